package org.openpriorauth.checks.pdfbox;

import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.openpriorauth.checks.CheckReport;
import org.openpriorauth.checks.CheckReport.Kind;
import org.openpriorauth.checks.Result;
import org.openpriorauth.checks.Safeguard;
import org.openpriorauth.checks.Status;
import org.openpriorauth.wire.pdf.Flow;
import org.openpriorauth.wire.pdf.Headings;
import org.openpriorauth.wire.pdf.Line;
import org.openpriorauth.wire.pdf.Look;
import org.openpriorauth.wire.pdf.Pairs;
import org.openpriorauth.wire.pdf.Pairs.Pair;
import org.openpriorauth.wire.pdf.Run;
import org.openpriorauth.wire.pdf.Table;
import org.openpriorauth.wire.pdf.Table.Column;

/** What stands in a report: when, of whom, and line by line. */
final class ReportPart {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("MMMM d, uuuu, HH:mm z", Locale.US);

  private static final List<Column> COLUMNS =
      List.of(
          new Column("Check", 0, 128, false),
          new Column("Result", 138, 34, false),
          new Column("What was found", 180, 148, false),
          new Column("What to do", 338, 154, false));

  private static final String CLOSING =
      "A check that passes is evidence that a safeguard works as configured. Whether a safeguard is"
          + " met, and whether the administrative and physical safeguards of 45 CFR part 164,"
          + " subpart C, are, is for the organization to judge.";

  private final CheckReport report;
  private final Look look;
  private final Flow flow;

  ReportPart(CheckReport report, Look look, Flow flow) {
    this.report = report;
    this.look = look;
    this.flow = flow;
  }

  static String title(CheckReport report) {
    return report.kind() == Kind.HIPAA ? "HIPAA check" : "Security check";
  }

  void layOut() {
    flow.begin(title(report));
    Headings.title(flow, look, title(report));
    head();
    if (report.kind() == Kind.HIPAA) {
      bySafeguard();
    } else {
      byResult();
    }
    flow.gap(14);
    flow.lines(Line.wrap(new Run(CLOSING, look.small), Look.WIDTH));
  }

  private void head() {
    String counts =
        "%d fail, %d warn, %d pass"
            .formatted(
                report.count(Status.FAIL), report.count(Status.WARN), report.count(Status.PASS));
    String of =
        report.ofInstallation() ? "This clinic and what all clinics share" : "This clinic alone";
    Pairs.set(
        flow,
        look,
        1,
        List.of(
            new Pair("Clinic", report.clinic()),
            new Pair("Looked at", WHEN.format(report.at())),
            new Pair("Of", of),
            new Pair("Results", counts)));
  }

  private void byResult() {
    flow.gap(14);
    Table table = new Table(flow, look, COLUMNS);
    report.results().stream()
        .sorted(Comparator.comparing(Result::status).reversed().thenComparing(Result::topic))
        .forEach(result -> row(table, result, result.topic().safeguard().citation()));
  }

  private void bySafeguard() {
    for (Safeguard safeguard : Safeguard.values()) {
      List<Result> its =
          report.results().stream().filter(r -> r.topic().safeguard() == safeguard).toList();
      if (!its.isEmpty()) {
        Headings.section(flow, look, safeguard.citation() + "  " + safeguard.title());
        Table table = new Table(flow, look, COLUMNS);
        its.forEach(result -> row(table, result, ""));
      }
    }
  }

  private void row(Table table, Result result, String citation) {
    float width = COLUMNS.get(0).width();
    List<Line> check = Line.wrap(new Run(result.topic().title(), look.smallStrong), width);
    List<Line> first =
        citation.isEmpty()
            ? check
            : Line.stack(List.of(check, Line.wrap(new Run(citation, look.label), width)), 0);
    String advice = result.finding().advice();
    table.row(
        List.of(
            first,
            COLUMNS.get(1).cell(new Run(word(result.status()), look.smallStrong)),
            COLUMNS.get(2).cell(new Run(result.finding().found(), look.small)),
            COLUMNS.get(3).cell(new Run(advice.isEmpty() ? "Nothing" : advice, look.small))));
  }

  private static String word(Status status) {
    return switch (status) {
      case PASS -> "Pass";
      case WARN -> "Warn";
      case FAIL -> "Fail";
    };
  }
}
