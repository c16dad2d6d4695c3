package org.openpriorauth.extraction.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.extraction.rules.PageFixture.extract;
import static org.openpriorauth.extraction.rules.PageFixture.page;
import static org.openpriorauth.extraction.rules.PageFixture.values;

import org.junit.jupiter.api.Test;
import org.openpriorauth.extraction.FieldExtractor.Extraction;

class CardFieldsTest {
  @Test
  void labelsAboveTheirValues() {
    Extraction read =
        extract(
            page(
                1,
                100,
                "BlueRiver Insurance                           HMO Select",
                "Member Name                 Group Number",
                "ALTHEA B PRUITT             0091-22",
                "Member ID                   RxBIN  004336",
                "BRX 8812 04471              RxPCN  ADV",
                "Copays: PCP $20  Specialist $40  ER $150"),
            page(
                2,
                100,
                "Customer Service: 1-800-555-0100",
                "This card does not guarantee coverage."));
    assertThat(read.type()).isEqualTo("insurance_card");
    assertThat(values(read, "coverage.payer")).containsExactly("BlueRiver Insurance");
    assertThat(values(read, "coverage.plan")).containsExactly("HMO Select");
    assertThat(values(read, "coverage.member_id")).containsExactly("BRX 8812 04471");
    assertThat(values(read, "coverage.group_number")).containsExactly("0091-22");
    assertThat(values(read, "patient.name")).containsExactly("ALTHEA B PRUITT");
    assertThat(values(read, "provider.primary.name")).isEmpty();
  }

  @Test
  void labelsWithoutColonsAndADependent() {
    Extraction read =
        extract(
            "Alder Mutual Health",
            "Dependent 03                  Grp 44-1180",
            "Rosa T Allenby",
            "Subscriber Ivo Allenby",
            "Subscriber ID",
            "AMH5510288-03",
            "RxBIN 000812   RxGRP AMHRX1",
            "This card does not prove eligibility");
    assertThat(values(read, "patient.name")).containsExactly("Rosa T Allenby");
    assertThat(values(read, "coverage.subscriber")).containsExactly("Ivo Allenby");
    assertThat(values(read, "coverage.member_id")).containsExactly("AMH5510288-03");
    assertThat(values(read, "coverage.group_number")).containsExactly("44-1180");
  }

  @Test
  void aSecondTongueOnTheLabel() {
    Extraction read =
        extract(
            "MEDICARE HEALTH INSURANCE",
            "Name/Nombre",
            "JOHN L SMITHERS",
            "Medicare Number/Numero de Medicare",
            "1EG4-TE5-MK72",
            "Show this card to your doctor. This card is not a guarantee of coverage.");
    assertThat(values(read, "patient.name")).containsExactly("JOHN L SMITHERS");
    assertThat(values(read, "coverage.member_id")).containsExactly("1EG4-TE5-MK72");
  }

  @Test
  void aNetworkIsNoPlanAndAWordOfTheNameNoLabel() {
    Extraction read =
        extract(
            "Cobalt Employee Benefit Trust",
            "Enrollee                        Group IBX-683",
            "QUINCY STONE",
            "Enrollee ID C0031109455",
            "Network: Beacon PPO",
            "RxBIN 000455 RxGRP ANC");
    assertThat(values(read, "coverage.payer")).containsExactly("Cobalt Employee Benefit Trust");
    assertThat(values(read, "coverage.subscriber")).isEmpty();
    assertThat(values(read, "coverage.plan")).isEmpty();
    assertThat(values(read, "coverage.group_number")).containsExactly("IBX-683");
  }

  @Test
  void aPlanWithANumberAndAPriceThatIsNoTitle() {
    Extraction read =
        extract(
            "Everwell Health",
            "EPO Bronze 6000",
            "SUBSCRIBER            MEMBER ID        GROUP NO",
            "Ida Moss              EW00118822       G-55120",
            "Office Visit $30      Deductible $6,000   Copay $40",
            "Submit claims to: PO Box 1");
    assertThat(read.type()).isEqualTo("insurance_card");
    assertThat(values(read, "coverage.plan")).containsExactly("EPO Bronze 6000");
    assertThat(values(read, "coverage.subscriber")).containsExactly("Ida Moss");
    assertThat(values(read, "patient.name")).containsExactly("Ida Moss");
  }
}
