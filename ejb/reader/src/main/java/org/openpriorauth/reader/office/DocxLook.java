package org.openpriorauth.reader.office;

import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.typed.Block.Align;
import org.openpriorauth.reader.typed.Block.Stop;

/** Properties of a paragraph or a run, as a style or the text itself says them; null is unsaid. */
final class DocxLook {
  private static final int MOST_STOPS = 60;

  /** Twentieths of a point. */
  private static final double TWIP = 20;

  String style = "";
  Boolean hidden;
  Boolean caps;
  Boolean bold;
  Boolean heading;
  Integer left;
  Integer list;
  Integer level;
  Align align;
  List<Stop> stops = List.of();

  /** Of this paragraph alone: its end was deleted, so the next one goes on in it. */
  boolean endDeleted;

  boolean breakBefore;

  /** The section that ends with this paragraph, or null. */
  DocxSection section;

  /** Takes what is not said here from a style. */
  DocxLook over(DocxLook base) {
    hidden = hidden == null ? base.hidden : hidden;
    caps = caps == null ? base.caps : caps;
    bold = bold == null ? base.bold : bold;
    heading = heading == null ? base.heading : heading;
    left = left == null ? base.left : left;
    list = list == null ? base.list : list;
    level = level == null ? base.level : level;
    align = align == null ? base.align : align;
    stops = stops.isEmpty() ? base.stops : stops;
    breakBefore |= base.breakBefore;
    return this;
  }

  /** Reads a paragraph's properties. */
  void paragraph(Xml in) throws Failure {
    while (in.child()) {
      switch (in.name()) {
        case "pStyle" -> style = in.attribute("val", "");
        case "ind" -> left = in.number("left", in.number("start", 0));
        case "jc" -> align = align(in.attribute("val", ""));
        case "outlineLvl" -> heading = in.number("val", 9) < 9;
        case "pageBreakBefore" -> breakBefore = in.on();
        default -> {
          if (deeper(in)) {
            continue;
          }
        }
      }
      in.skip();
    }
  }

  /** Properties that have children; they are walked here. */
  private boolean deeper(Xml in) throws Failure {
    switch (in.name()) {
      case "numPr" -> numbering(in);
      case "tabs" -> tabs(in);
      case "rPr" -> mark(in);
      case "sectPr" -> section = DocxSection.read(in);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static Align align(String said) {
    return switch (said) {
      case "center" -> Align.CENTRE;
      case "right", "end" -> Align.RIGHT;
      default -> Align.LEFT;
    };
  }

  private void numbering(Xml in) throws Failure {
    while (in.child()) {
      switch (in.name()) {
        case "ilvl" -> level = in.number("val", 0);
        case "numId" -> list = in.number("val", 0);
        default -> {
          // A change that was tracked.
        }
      }
      in.skip();
    }
  }

  private void tabs(Xml in) throws Failure {
    List<Stop> found = new ArrayList<>();
    while (in.child()) {
      String kind = in.attribute("val", "");
      if (!kind.equals("clear") && !kind.equals("bar") && found.size() < MOST_STOPS) {
        Align at = kind.equals("decimal") ? Align.RIGHT : align(kind);
        found.add(new Stop(in.number("pos", 0) / TWIP, at));
      }
      in.skip();
    }
    found.sort(java.util.Comparator.comparingDouble(Stop::points));
    stops = found;
  }

  /** Of the paragraph's end. */
  private void mark(Xml in) throws Failure {
    while (in.child()) {
      endDeleted |= in.name().equals("del") || in.name().equals("moveFrom");
      in.skip();
    }
  }

  /** Reads a run's properties. */
  void run(Xml in) throws Failure {
    while (in.child()) {
      switch (in.name()) {
        case "rStyle" -> style = in.attribute("val", "");
        case "vanish", "specVanish" -> hidden = in.on();
        case "caps" -> caps = in.on();
        case "b" -> bold = in.on();
        default -> {
          // How it looks otherwise does not matter.
        }
      }
      in.skip();
    }
  }

  double points() {
    return left == null ? 0 : left / TWIP;
  }

  static boolean is(Boolean said) {
    return said != null && said;
  }
}
