package org.openpriorauth.reader.office;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.openpriorauth.reader.document.Document;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.document.FailureCode;
import org.openpriorauth.reader.document.Limits;
import org.openpriorauth.reader.office.RtfGroup.Into;
import org.openpriorauth.reader.page.Symbols;
import org.openpriorauth.reader.typed.Block;
import org.openpriorauth.reader.typed.Compositor;

/**
 * Rich text. The JDK's own reader runs the cells of a table together, drops headers and the results
 * of fields and keeps what is hidden or deleted, so this one is our own.
 */
public final class Rtf {
  private static final int DEEPEST = 1000;

  private final RtfTokens tokens;
  private final Budget budget = new Budget();
  private final RtfCodePages pages = new RtfCodePages();
  private final Deque<RtfGroup> outer = new ArrayDeque<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final StringBuilder instruction = new StringBuilder();
  private final RtfStories stories = new RtfStories(budget);
  private RtfGroup group = new RtfGroup();

  /** Characters that stand for the one before them where it is not known. */
  private int toSkip;

  private Rtf(byte[] content) {
    this.tokens = new RtfTokens(content);
    group.story = stories.body();
  }

  /**
   * Reads rich text.
   *
   * @throws Failure DAMAGED, TOO_LARGE, TOO_MANY_PAGES
   */
  public static Document open(byte[] content, Limits limits) throws Failure {
    Rtf rtf = new Rtf(content);
    boolean whole = rtf.walk();
    rtf.budget.end();
    Set<String> flags = whole ? Set.of() : Set.of("incomplete");
    return Compositor.set("application/rtf", flags, rtf.stories.blocks(), limits);
  }

  /** Whether it was whole: what stands behind its last group is not part of it. */
  private boolean walk() throws Failure {
    while (true) {
      RtfTokens.Kind kind = tokens.next();
      if (kind != RtfTokens.Kind.BYTE) {
        decode();
      }
      switch (kind) {
        case OPEN -> open();
        case CLOSE -> {
          close();
          if (outer.isEmpty()) {
            return true;
          }
        }
        case CONTROL -> control(tokens.word());
        case BYTE -> take(tokens.number());
        default -> {
          while (!outer.isEmpty()) {
            close();
          }
          return false;
        }
      }
    }
  }

  private void open() throws Failure {
    if (outer.size() >= DEEPEST) {
      throw new Failure(FailureCode.DAMAGED, "Its groups are nested too deep.");
    }
    group.fresh = false;
    toSkip = 0;
    outer.push(group);
    group = group.copy();
  }

  private void close() throws Failure {
    toSkip = 0;
    if (group.end != null) {
      group.end.end();
    }
    if (!outer.isEmpty()) {
      group = outer.pop();
    }
  }

  private void take(int value) {
    group.fresh = false;
    if (toSkip > 0) {
      toSkip--;
    } else if (group.into != Into.NOWHERE) {
      bytes.write(value);
    }
  }

  /** The bytes so far, as the font that holds says what they mean. */
  private void decode() throws Failure {
    if (bytes.size() == 0) {
      return;
    }
    String signs = pages.signs(group.font);
    String said;
    if (signs == null || group.into != Into.TEXT && group.into != Into.MARKER) {
      said = bytes.toString(pages.of(group.font));
    } else {
      StringBuilder seen = new StringBuilder();
      for (byte b : bytes.toByteArray()) {
        seen.append(b == ' ' ? ' ' : Symbols.of(signs, b & 0xff));
      }
      said = seen.toString();
    }
    bytes.reset();
    say(said);
  }

  private void say(String said) throws Failure {
    switch (group.into) {
      case TEXT -> {
        if (group.seen()) {
          String text = budget.text(said);
          group.story.append(group.caps ? text.toUpperCase(Locale.ROOT) : text, group.bold);
        }
      }
      case MARKER -> group.story.mark(budget.text(said));
      case INSTRUCTION -> instruction.append(said, 0, Math.min(said.length(), 100));
      case FONTS -> pages.name(group.font, said.strip());
      default -> {
        // Nobody sees it.
      }
    }
  }

  private void control(String word) throws Failure {
    boolean fresh = group.fresh;
    if (word.equals("*")) {
      group.optional = true;
      return;
    }
    group.fresh = false;
    if (toSkip > 0 && !word.equals("u")) {
      toSkip--;
      return;
    }
    if (group.into == Into.NOWHERE || fresh && destination(word) || character(word)) {
      return;
    }
    // The end of a paragraph or a cell holds even where its mark is hidden.
    if (group.into == Into.TEXT && !group.story.takes(word, tokens)) {
      sign(word);
    }
  }

  /** Whether a word at the beginning of a group says where its text goes. */
  private boolean destination(String word) throws Failure {
    switch (word) {
      case "fonttbl" -> group.into = Into.FONTS;
      case "fldinst" -> {
        instruction.setLength(0);
        group.into = Into.INSTRUCTION;
      }
      case "fldrslt" -> fieldResult();
      case "listtext", "pntext" -> group.into = group.seen() ? Into.MARKER : Into.NOWHERE;
      case "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf" -> {
        RtfStory story = stories.story();
        group.story = story;
        group.plain();
        group.end = () -> stories.running(word, story);
      }
      case "footnote" -> footnote();
      case "shptxt", "dptxbxtext" -> {
        RtfStory around = group.story;
        RtfStory story = stories.story();
        group.story = story;
        group.plain();
        group.end = () -> around.box(story.blocks());
      }
      case "shpinst", "do", "nesttableprops" -> {
        return true;
      }
      default -> {
        if (word.endsWith("pict")) {
          budget.picture();
        }
        boolean unknown = group.optional || RtfWords.NOT_SEEN.contains(word);
        group.into = unknown ? Into.NOWHERE : group.into;
        return unknown;
      }
    }
    return true;
  }

  private void footnote() throws Failure {
    if (group.seen()) {
      group.story.append(stories.note(), group.bold);
    }
    RtfStory story = stories.story();
    group.story = story;
    group.end = () -> stories.note(story);
  }

  private void fieldResult() throws Failure {
    String number = DocxFields.number(instruction.toString());
    instruction.setLength(0);
    if (!number.isEmpty()) {
      if (group.seen()) {
        group.story.append(number, group.bold);
      }
      group.into = Into.NOWHERE;
    }
  }

  /** Whether a word says how characters are written or looked at. */
  private boolean character(String word) throws Failure {
    switch (word) {
      case "u" -> {
        toSkip = group.fallback;
        say(String.valueOf((char) (tokens.number() & 0xffff)));
      }
      case "uc" -> group.fallback = Math.max(0, Math.min(100, tokens.number()));
      case "f" -> group.font = tokens.number();
      case "fcharset" -> pages.font(group.font, tokens.number());
      case "ansicpg" -> pages.document(tokens.number());
      case "mac" -> pages.document(10_000);
      case "pc" -> pages.document(437);
      case "pca" -> pages.document(850);
      case "v" -> group.hidden = tokens.on();
      case "deleted" -> group.deleted = tokens.on();
      case "caps" -> group.caps = tokens.on();
      case "b" -> group.bold = tokens.on();
      case "plain" -> group.plain();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void sign(String word) throws Failure {
    switch (word) {
      case "titlepg" -> stories.ownFirst();
      case "page", "pagebb" -> group.story.between(new Block.PageBreak());
      default -> {
        String said = RtfWords.SEEN.get(word);
        if (said != null && group.seen()) {
          group.story.append(budget.seen(said), group.bold);
        }
      }
    }
  }
}
