package org.openpriorauth.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Clinical documents that another health record exported. */
class CdaTest {
  private static final String HEADER =
      "<code displayName=\"Progress Note\"/><title>Visit summary</title><effectiveTime"
          + " value=\"202610131015-0500\"/><recordTarget><patientRole><id root=\"1.2\""
          + " extension=\"A-77\"/><id root=\"2.16.840.1.113883.4.1\" extension=\"000-00-0000\"/>"
          + "<addr><streetAddressLine>1 Mill Rd</streetAddressLine><city>Salem</city>"
          + "<state>OR</state><postalCode>97301</postalCode></addr><telecom"
          + " value=\"mailto:a@example.org\"/><telecom value=\"tel:(503) 555-0100\"/><patient>"
          + "<name><given>Ada</given><family qualifier=\"BR\">Poe</family><family>Roe</family>"
          + "<suffix>Jr.</suffix></name><administrativeGenderCode code=\"F\"/>"
          + "<birthTime value=\"19600102\"/></patient></patientRole></recordTarget><author>"
          + "<assignedAuthor><id root=\"2.16.840.1.113883.4.6\" extension=\"1234567893\"/>"
          + "<assignedPerson><name><given>Noor</given><family>Shah</family><suffix>MD</suffix>"
          + "</name></assignedPerson><representedOrganization><name>Lakeside Clinic</name>"
          + "</representedOrganization></assignedAuthor></author><custodian><assignedCustodian>"
          + "<representedCustodianOrganization><name>Lakeside Health</name>"
          + "</representedCustodianOrganization></assignedCustodian></custodian>";

  private static String document(String header, String body) {
    return "<?xml version=\"1.0\"?>\n<!-- by a program --><n:ClinicalDocument xmlns:n=\"urn:hl7-org:v3\""
        + " xmlns=\"urn:hl7-org:v3\">"
        + header
        + "<component>"
        + body
        + "</component></n:ClinicalDocument>";
  }

  private static String section(String title, String text) {
    return "<structuredBody><component><section><title>"
        + title
        + "</title><text>"
        + text
        + "</text><entry><act><text>coded</text></act></entry></section></component></structuredBody>";
  }

  private static Frame page(String xml) {
    return Loop.page(xml.getBytes(StandardCharsets.UTF_8), 1);
  }

  @Test
  void itsHeaderIsPrintedWithLabels() {
    assertThat(page(document(HEADER, section("Plan", "Rest"))).string("text"))
        .isEqualTo(
            """
            Visit summary
            Patient Name: Ada Roe Jr.
            Date of Birth: 01/02/1960
            Sex: Female
            Patient ID: A-77
            SSN: 000-00-0000
            Address: 1 Mill Rd, Salem, OR 97301
            Phone: (503) 555-0100
            Document Type: Progress Note
            Document Date: 10/13/2026
            Author: Noor Shah, MD
            NPI: 1234567893
            Organization: Lakeside Clinic
            Custodian: Lakeside Health

            Plan
            Rest
            """);
  }

  @Test
  void itsTablesHaveColumns() {
    Frame page =
        page(
            document(
                "",
                section(
                    "Medications",
                    "<table><thead><tr><th>Drug</th><th>How</th><th>Status</th></tr></thead><tbody>"
                        + "<tr><td rowspan=\"2\"><content ID=\"a\">Metformin</content></td>"
                        + "<td>500 mg<br/>with food</td><td>Active</td></tr>"
                        + "<tr><td>850 mg</td><td>Stopped</td></tr></tbody></table>")));

    assertThat(page.string("text"))
        .contains(
            "Drug        How         Status\n"
                + "Metformin   500 mg      Active\n"
                + "            with food\n"
                + "            850 mg      Stopped\n");
    assertThat(page.word("Status").x()).isEqualTo(page.word("Stopped").x());
  }

  @Test
  void listsParagraphsAndLinks() {
    assertThat(
            page(document(
                    "",
                    section(
                        "Problems",
                        "<list listType=\"ordered\"><item>Asthma<list><item>mild</item></list>"
                            + "</item><item>R &amp; L knee</item></list><paragraph>See\n   the"
                            + " <linkHtml href=\"x\">letter</linkHtml>, H<sub>2</sub>O"
                            + "<content revised=\"delete\"> gone</content>.</paragraph>")))
                .string("text")
                .lines()
                .map(String::strip))
        .containsExactly(
            "Problems", "1. Asthma", "\u2022 mild", "2. R & L knee", "See the letter, H2O.");
  }

  @Test
  void inTwoBytesALetter() {
    String xml = document("<title>Note</title>", section("Plan", "Rest"));
    byte[] wide = xml.replace("?>", " encoding=\"UTF-16\"?>").getBytes(StandardCharsets.UTF_16);

    assertThat(Loop.read(wide).get(0).string("media_type")).isEqualTo("application/xml");
    assertThat(Loop.page(wide, 1).string("text")).isEqualTo("Note\n\nPlan\nRest\n");
  }

  @Test
  void oneThatOnlyCarriesAFileIsRefused() {
    String file =
        "<nonXMLBody><text mediaType=\"application/pdf\" representation=\"B64\">JVBERi0=</text></nonXMLBody>";

    assertThat(Loop.read(document("", file).getBytes(StandardCharsets.UTF_8)).get(0).string("code"))
        .isEqualTo("unsupported");
    assertThat(
            page(document("", "<nonXMLBody><text>Dear Dr. Shah</text></nonXMLBody>"))
                .string("text"))
        .isEqualTo("Dear Dr. Shah\n");
  }
}
