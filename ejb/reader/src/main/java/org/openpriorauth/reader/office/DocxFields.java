package org.openpriorauth.reader.office;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.document.FailureCode;
import org.openpriorauth.reader.typed.Block;

/**
 * Fields of a Word document: of each only its result is seen. Numbers of pages are those of our own
 * pages, because Word's are others.
 */
final class DocxFields {
  private static final int DEEPEST = 50;
  private static final int LONGEST = 1000;

  /** One that was begun. */
  private static final class Field {
    private final StringBuilder instruction = new StringBuilder();
    private boolean result;
    private boolean replaced;
  }

  private final Deque<Field> open = new ArrayDeque<>();

  /** Whether text that comes now is seen. */
  boolean seen() {
    return open.stream().allMatch(field -> field.result && !field.replaced);
  }

  void instruction(String text) {
    Field field = open.peek();
    if (field != null && !field.result && field.instruction.length() + text.length() < LONGEST) {
      field.instruction.append(text);
    }
  }

  /**
   * A mark of a field; its children are walked.
   *
   * @return what is seen in its place
   */
  String mark(Xml in) throws Failure {
    String said = "";
    switch (in.attribute("fldCharType", "")) {
      case "begin" -> {
        if (open.size() >= DEEPEST) {
          throw new Failure(FailureCode.DAMAGED, "Its fields are nested too deep.");
        }
        boolean seen = seen();
        open.push(new Field());
        String chosen = chosen(in);
        return seen ? chosen : "";
      }
      case "separate" -> said = separate();
      case "end" -> {
        said = open.isEmpty() || open.peek().result ? "" : separate();
        open.poll();
      }
      default -> {
        // None that is known.
      }
    }
    in.skip();
    return said;
  }

  private String separate() {
    if (open.isEmpty() || open.peek().result) {
      return "";
    }
    Field field = open.peek();
    field.result = true;
    boolean seen = seen();
    String number = number(field.instruction.toString());
    field.replaced = !number.isEmpty();
    return seen ? number : "";
  }

  /** What stands for a number of pages, or empty. */
  static String number(String instruction) {
    String name = instruction.strip().split("[\\s\\\\]", 2)[0].toUpperCase(Locale.ROOT);
    return switch (name) {
      case "PAGE" -> String.valueOf(Block.PAGE);
      case "NUMPAGES", "SECTIONPAGES" -> String.valueOf(Block.PAGES);
      default -> "";
    };
  }

  /** The state of a box to tick, or the entry that was taken from a list. */
  private static String chosen(Xml in) throws Failure {
    StringBuilder chosen = new StringBuilder();
    while (in.child()) {
      chosen.append(in.name().equals("ffData") ? form(in) : skipped(in));
    }
    return chosen.toString();
  }

  private static String skipped(Xml in) throws Failure {
    in.skip();
    return "";
  }

  private static String form(Xml in) throws Failure {
    String chosen = "";
    while (in.child()) {
      switch (in.name()) {
        case "checkBox" -> chosen = box(in);
        case "ddList" -> chosen = entry(in);
        default -> in.skip();
      }
    }
    return chosen;
  }

  private static String box(Xml in) throws Failure {
    boolean usual = false;
    Boolean ticked = null;
    while (in.child()) {
      switch (in.name()) {
        case "default" -> usual = in.on();
        case "checked" -> ticked = in.on();
        default -> {
          // Its size.
        }
      }
      in.skip();
    }
    return (ticked == null ? usual : ticked) ? "\u2612" : "\u2610";
  }

  private static String entry(Xml in) throws Failure {
    int at = 0;
    List<String> entries = new ArrayList<>();
    while (in.child()) {
      switch (in.name()) {
        case "default", "result" -> at = in.number("val", 0);
        case "listEntry" -> entries.add(in.attribute("val", ""));
        default -> {
          // Nothing else is known.
        }
      }
      in.skip();
    }
    String entry = at >= 0 && at < entries.size() ? entries.get(at) : "";
    return entry.replace(Block.PAGE, '\uFFFD').replace(Block.PAGES, '\uFFFD');
  }

  /** A field whose instruction never ended hides nothing beyond its paragraph. */
  void paragraphEnds() {
    open.removeIf(field -> !field.result);
  }
}
