package org.openpriorauth.extraction.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.extraction.rules.PageFixture.extract;
import static org.openpriorauth.extraction.rules.PageFixture.values;

import org.junit.jupiter.api.Test;
import org.openpriorauth.extraction.FieldExtractor.Extraction;

class CoverFieldsTest {
  @Test
  void whoSendsAndAboutWhom() {
    Extraction read =
        extract(
            "03/04/2026 11:02 FROM MERCY ORTHO 5555550102   P. 1/4",
            "FAX COVER SHEET",
            "TO: Dr. Helen Voss, Evergreen Health Plan     FROM: Mercy Orthopedics, Pat Doe",
            "FAX: 555-555-0100                             PHONE: 555-555-0102",
            "PAGES: 4                                      RE: Al Bowen (DOB 1/1/1950) Member ID: EGX 118 220 4");
    assertThat(read.type()).isEqualTo("cover_sheet");
    assertThat(values(read, "facility.name")).containsExactly("Mercy Orthopedics");
    assertThat(values(read, "patient.name")).containsExactly("Al Bowen");
    assertThat(values(read, "coverage.member_id")).containsExactly("EGX 118 220 4");
    assertThat(values(read, "coverage.payer")).isEmpty();
    assertThat(read.fields()).noneMatch(f -> f.name().startsWith("provider."));
  }

  @Test
  void aNumberBehindTheNameIsTheMembersOnlyForItsPayer() {
    String[] sheet = {"FAX", "TO: Alder Advantage HMO", "FROM: Mercy Clinic", "PAGES: 3", ""};
    sheet[4] = "RE: Bowen, Al / 7R51-K88-220";
    assertThat(values(extract(sheet), "coverage.member_id")).containsExactly("7R51-K88-220");
    sheet[1] = "TO: Mercy Imaging Center";
    assertThat(values(extract(sheet), "coverage.member_id")).isEmpty();
  }

  @Test
  void whomItGoesToIsNoFacility() {
    Extraction read =
        extract(
            "Facsimile",
            "To: Brook Spine Clinic",
            "From: K. Orme",
            "Pages: 3 including cover",
            "Re: Records");
    assertThat(values(read, "facility.name")).isEmpty();
  }
}
