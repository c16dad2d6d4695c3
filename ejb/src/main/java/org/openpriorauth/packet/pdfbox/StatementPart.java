package org.openpriorauth.packet.pdfbox;

import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.packet.Citation;
import org.openpriorauth.packet.Letter;
import org.openpriorauth.packet.PacketContent;
import org.openpriorauth.packet.RequestForm;
import org.openpriorauth.packet.Sentence;
import org.openpriorauth.packet.Signature;
import org.openpriorauth.wire.pdf.Flow;
import org.openpriorauth.wire.pdf.Headings;
import org.openpriorauth.wire.pdf.Line;
import org.openpriorauth.wire.pdf.Look;
import org.openpriorauth.wire.pdf.Pairs;
import org.openpriorauth.wire.pdf.Pairs.Pair;
import org.openpriorauth.wire.pdf.Run;
import org.openpriorauth.wire.pdf.Sheet;

/** The statement of medical necessity, signed or visibly not. */
final class StatementPart {
  private static final float SIGNATURE = 62;
  private static final float INDENT = 16;

  private final PacketContent content;
  private final Look look;
  private final Flow flow;

  StatementPart(PacketContent content, Look look, Flow flow) {
    this.content = content;
    this.look = look;
    this.flow = flow;
  }

  void layOut() {
    flow.begin(Part.STATEMENT.title());
    write(Part.STATEMENT.title(), true);
  }

  /**
   * From here on.
   *
   * @param linked whether the places that it cites are pages of the same file
   */
  void write(String title, boolean linked) {
    Headings.title(flow, look, title);
    regarding();
    flow.gap(12);
    if (content.statement().paragraphs().isEmpty()) {
      flow.lines(Line.wrap(new Run("None", look.body), Look.WIDTH));
    }
    List<Letter.Paragraph> paragraphs = content.statement().paragraphs();
    for (int i = 0; i < paragraphs.size(); i++) {
      boolean itemNext = i + 1 < paragraphs.size() && paragraphs.get(i + 1).item();
      paragraph(paragraphs.get(i), itemNext, linked);
    }
    signature();
  }

  private void paragraph(Letter.Paragraph paragraph, boolean itemNext, boolean linked) {
    float indent = paragraph.item() ? INDENT : 0;
    List<Line> lines = Line.wrap(runs(paragraph, linked), Look.WIDTH - indent);
    // A head does not stay behind without the first of its list.
    int kept = !paragraph.item() && itemNext ? lines.size() + 2 : 2;
    flow.need(Math.min(kept, 6) * look.body.leading());
    if (paragraph.item()) {
      float baseline = flow.y() + look.body.leading() * Sheet.BASELINE;
      flow.sheet().words(Look.LEFT + 4, baseline, new Run("\u2022", look.body));
    }
    flow.lines(Look.LEFT + indent, lines);
    flow.gap(itemNext ? 3 : 9);
  }

  private void regarding() {
    RequestForm.Patient patient = content.form().patient();
    Pairs.set(
        flow,
        look,
        1,
        List.of(new Pair("To", content.cover().payer()), new Pair("Patient", patient.name())));
    Pairs.set(
        flow,
        look,
        2,
        List.of(
            new Pair("Birth date", Headings.date(patient.birthDate())),
            new Pair("Date", Headings.date(content.cover().date())),
            new Pair("Member ID", content.form().coverage().memberId()),
            new Pair("Request", content.cover().paNumber())));
    flow.gap(4);
    flow.sheet().rule(Look.LEFT, flow.y(), Look.WIDTH, Look.HAIRLINE);
  }

  private List<Run> runs(Letter.Paragraph paragraph, boolean linked) {
    List<Run> runs = new ArrayList<>();
    for (Sentence sentence : paragraph.sentences()) {
      if (!runs.isEmpty()) {
        runs.add(new Run(" ", look.body));
      }
      String text = sentence.text();
      boolean cited = !sentence.citations().isEmpty();
      if (cited && text.endsWith(".")) {
        text = text.substring(0, text.length() - 1);
      }
      runs.add(new Run(text, look.body));
      for (Citation citation : sentence.citations()) {
        runs.add(new Run(" ", look.body));
        runs.add(new Run(citation.toString(), look.body, linked ? citation : null));
      }
      if (cited) {
        runs.add(new Run(".", look.body));
      }
    }
    return runs;
  }

  private void signature() {
    flow.gap(18);
    flow.need(SIGNATURE);
    if (content.signature().isEmpty()) {
      flow.sheet().frame(Look.LEFT, flow.y(), Look.WIDTH, 44, 1.5f);
      float x = Look.LEFT + 12;
      flow.sheet().words(x, flow.y() + 19, new Run("Not signed", look.strong));
      String words = "No clinician has signed this letter.";
      flow.sheet().words(x, flow.y() + 33, new Run(words, look.small));
      flow.gap(44);
      return;
    }
    Signature signature = content.signature().get();
    String credential = signature.credential();
    String name = signature.name() + (credential.isEmpty() ? "" : ", " + credential);
    flow.lines(Line.wrap(new Run("Electronically signed by", look.label), Look.WIDTH));
    flow.lines(Line.wrap(new Run(name, look.strong), Look.WIDTH));
    String when = Headings.date(signature.signedOn());
    flow.lines(Line.wrap(new Run("Signed on " + when, look.small), Look.WIDTH));
  }
}
