package org.openpriorauth.packet.pdfbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openpriorauth.packet.CoverSheet;
import org.openpriorauth.wire.pdf.Flow;
import org.openpriorauth.wire.pdf.Headings;
import org.openpriorauth.wire.pdf.Line;
import org.openpriorauth.wire.pdf.Look;
import org.openpriorauth.wire.pdf.Pairs;
import org.openpriorauth.wire.pdf.Pairs.Pair;
import org.openpriorauth.wire.pdf.Run;
import org.openpriorauth.wire.pdf.Sheet;

/** The cover: letterhead, to whom, how urgent, how much, and what a wrong recipient must do. */
final class CoverPart {
  private static final float NOTICE_PAD = 12;

  private final CoverSheet cover;
  private final Look look;
  private final Flow flow;

  CoverPart(CoverSheet cover, Look look, Flow flow) {
    this.cover = cover;
    this.look = look;
    this.flow = flow;
  }

  void layOut(Places places) {
    flow.begin(Part.COVER.title());
    letterhead();
    flow.gap(30);
    flow.lines(Line.wrap(new Run("Prior authorization request", look.display), Look.WIDTH));
    flow.gap(14);
    if (cover.priority().expedited()) {
      urgency();
    }
    addressed(places);
    contents(places);
    notice();
  }

  /** Who writes; a letter that stands alone begins with it too. */
  void letterhead() {
    CoverSheet.Sender clinic = cover.clinic();
    float top = flow.y();
    List<List<Line>> left = new ArrayList<>();
    left.add(Line.wrap(new Run(clinic.name(), look.title), 290));
    clinic.address().forEach(a -> left.add(Line.wrap(new Run(a, look.small), 290)));
    float end = flow.sheet().lines(Look.LEFT, top, Line.stack(left, 0));
    float y = top + 5;
    y = contact("Phone", clinic.phone(), y);
    y = contact("Fax", clinic.fax(), y);
    y = contact("NPI", clinic.npi(), y);
    y = contact("Tax ID", clinic.taxId(), y);
    flow.moveTo(Math.max(end, y) + 10);
    flow.sheet().rule(Look.LEFT, flow.y(), Look.WIDTH, 1.5f);
  }

  private float contact(String name, String value, float y) {
    if (value.isEmpty()) {
      return y;
    }
    float names = Look.RIGHT - 140;
    flow.sheet().lines(names, y, Line.wrap(new Run(name, look.label), 40));
    return flow.sheet().lines(names + 44, y, Line.wrap(new Run(value, look.small), 96));
  }

  private void urgency() {
    String words =
        cover.priority().name().charAt(0)
            + cover.priority().word().substring(1).toLowerCase(Locale.ROOT)
            + ": expedited review requested";
    Run run = new Run(words, look.title);
    flow.sheet().frame(Look.LEFT, flow.y(), Look.WIDTH, 38, 1.5f);
    flow.sheet().words(Look.LEFT + NOTICE_PAD, flow.y() + 25, run);
    flow.gap(38 + 16);
  }

  private void addressed(Places places) {
    List<Pair> pairs = new ArrayList<>();
    pairs.add(new Pair("To", cover.payer()));
    if (!cover.recipient().isEmpty()) {
      pairs.add(new Pair("Attention", cover.recipient()));
    }
    pairs.add(new Pair("From", cover.clinic().name()));
    pairs.add(new Pair("Request", cover.paNumber()));
    pairs.add(new Pair("Date", Headings.date(cover.date())));
    String priority = cover.priority().word();
    pairs.add(
        new Pair(
            "Priority", priority.substring(0, 1).toUpperCase(Locale.ROOT) + priority.substring(1)));
    pairs.add(new Pair("Pages", places.total() + ", this one included"));
    Pairs.set(flow, look, 1, pairs);
  }

  private void contents(Places places) {
    Headings.section(flow, look, "Contents");
    for (Part part : Part.values()) {
      Integer page = places.starts().get(part);
      if (part != Part.COVER && page != null) {
        float y = flow.y();
        flow.lines(Line.wrap(new Run(title(part, places), look.body), Look.WIDTH - 60));
        float baseline = y + look.body.leading() * Sheet.BASELINE;
        flow.sheet().wordsRight(Look.RIGHT, baseline, new Run("page " + page, look.body));
        flow.gap(2);
      }
    }
  }

  private static String title(Part part, Places places) {
    return part == Part.DOCUMENTS
        ? part.title() + " (" + places.firstPages().size() + ")"
        : part.title();
  }

  /** At the foot, where a cover has it. */
  private void notice() {
    if (cover.notice().isEmpty()) {
      return;
    }
    float measure = Look.WIDTH - 2 * NOTICE_PAD;
    List<Line> lines =
        Line.stack(
            List.of(
                Line.wrap(new Run("Confidential", look.smallStrong), measure),
                Line.wrap(new Run(cover.notice(), look.small), measure)),
            1);
    float height = Line.height(lines) + 2 * NOTICE_PAD;
    if (height < Look.BOTTOM - Look.TOP) {
      flow.need(height + 16);
      flow.moveTo(Look.BOTTOM - height);
      flow.sheet().frame(Look.LEFT, flow.y(), Look.WIDTH, height, Look.HAIRLINE);
      flow.moveTo(flow.y() + NOTICE_PAD);
    }
    flow.lines(Look.LEFT + NOTICE_PAD, lines);
  }
}
