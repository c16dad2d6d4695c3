package org.openpriorauth.checks.pdfbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.openpriorauth.checks.CheckReport;
import org.openpriorauth.checks.CheckReport.Kind;
import org.openpriorauth.checks.Finding;
import org.openpriorauth.checks.Result;
import org.openpriorauth.checks.Topic;

class PdfCheckReportWriterTest {
  private static final ZonedDateTime AT = ZonedDateTime.parse("2026-11-25T09:30:00Z");

  @Test
  void eachLineNamesItsSafeguardItsFindingAndWhatToDo() throws IOException {
    String text = text(new CheckReport(Kind.SECURITY, "A Clinic", AT, all()));
    assertThat(text).contains("Security check", "A Clinic", "November 25, 2026", "page 1 of");
    assertThat(text).contains("1 fail, 0 warn, " + (Topic.values().length - 1) + " pass");
    for (Topic topic : Topic.values()) {
      assertThat(text).contains(topic.title(), "found of " + topic.word());
      assertThat(text.replace(" ", "")).contains(topic.safeguard().citation().replace(" ", ""));
    }
    assertThat(text.indexOf("do this")).as("what is bad first").isLessThan(text.indexOf("Nothing"));
  }

  @Test
  void theHipaaCheckGoesSafeguardBySafeguard() throws IOException {
    String text = text(new CheckReport(Kind.HIPAA, "A Clinic", AT, all()));
    assertThat(text).contains("HIPAA check", "45 CFR 164.312(d) Person or entity authentication");
    assertThat(text.indexOf("45 CFR 164.308(a)(7)"))
        .isLessThan(text.indexOf("45 CFR 164.312(a)(1)"));
    assertThat(text).contains("is for the organization to judge");
  }

  private static List<Result> all() {
    return Arrays.stream(Topic.values())
        .map(
            topic ->
                new Result(
                    topic,
                    topic == Topic.BACKUP
                        ? Finding.fail("found of " + topic.word(), "do this")
                        : Finding.pass("found of " + topic.word()),
                    AT.toInstant(),
                    null))
        .toList();
  }

  private static String text(CheckReport report) throws IOException {
    try (PDDocument document = Loader.loadPDF(new PdfCheckReportWriter().write(report))) {
      assertThat(document.getDocumentInformation().getAuthor()).isEqualTo("A Clinic");
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }
}
