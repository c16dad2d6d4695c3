package org.openpriorauth.extraction.rules;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.openpriorauth.extraction.Composition.Part;
import org.openpriorauth.extraction.FieldExtractor.Extraction;
import org.openpriorauth.extraction.FieldExtractor.PageIdentity;
import org.openpriorauth.extraction.PageReader;

/**
 * One reading of a document's fields, as far as its time reaches. The clock is looked at between
 * pages and between rules; what a rule may cost on one page is bounded by {@link Sheet}. First
 * every page says whose it is, because a page that nobody looked at counts for nothing.
 */
final class Run {
  private static final Logger LOG = System.getLogger(Run.class.getName());

  private final long end;
  private final List<PageReader.Page> pages;
  private final List<Leaf> leaves = new ArrayList<>();
  private final List<PageIdentity> identities = new ArrayList<>();
  private final Draft draft = new Draft();

  Run(List<PageReader.Page> pages, Duration time) {
    this.pages = pages;
    this.end = System.nanoTime() + time.toNanos();
    String part = "";
    for (PageReader.Page page : pages) {
      if (late()) {
        identities.add(Identities.unknown(page.number()));
      } else {
        Leaf leaf = Leaf.of(Survey.understandable(page), part);
        leaves.add(leaf);
        identities.add(Identities.of(leaf));
        part = leaf.sections().last();
      }
    }
  }

  Extraction extraction(UUID document, List<Part> said) {
    DocumentKind.Guess kind = said.isEmpty() ? DocumentKind.of(leaves) : whole(said);
    List<Part> parts = said.isEmpty() ? Division.of(leaves, identities, kind) : said;
    boolean whole = leaves.size() == identities.size();
    for (Part part : parts) {
      whole &= read(part.type(), leaves.stream().filter(l -> part.holds(number(l))).toList());
    }
    return new Extraction(
        kind.type(),
        kind.score(),
        draft.fields(document),
        List.copyOf(identities),
        whole && !draft.full() && leaves.stream().allMatch(leaf -> leaf.sheet().whole()),
        Survey.of(pages, leaves, identities, parts));
  }

  private static int number(Leaf leaf) {
    return leaf.sheet().number();
  }

  /** A cover sheet is the sheet of what follows it. */
  private static DocumentKind.Guess whole(List<Part> said) {
    String type =
        said.stream()
            .map(Part::type)
            .filter(t -> t != null && !t.equals("cover_sheet"))
            .findFirst()
            .orElse(said.get(0).type());
    return new DocumentKind.Guess(type, type == null ? 0 : 1);
  }

  /** One document, or one of several; false if not all of it was looked through. */
  private boolean read(String type, List<Leaf> part) {
    int first = part.isEmpty() ? 1 : number(part.get(0));
    Parties parties = new Parties(draft, type, first);
    CourseFields course = new CourseFields(type, draft);
    boolean whole =
        each(
            part,
            List.of(
                CoverFields::read,
                (leaf, found) -> parties.read(leaf),
                TableFields::read,
                CodeFields::read,
                DrugFields::read,
                TherapyFields::read,
                FindingFields::read,
                Statements::read,
                (leaf, found) -> CardFields.read(leaf, type, found),
                (leaf, found) -> LetterFields.read(leaf, type, found)),
            List.of((leaf, found) -> parties.read(leaf)));
    List<Leaf> understood = part.stream().filter(leaf -> leaf.language() == null).toList();
    parties.finish(understood);
    LetterClosing.read(understood, type, draft);
    whole &= each(part, List.of((leaf, found) -> course.read(leaf)), List.of());
    course.finish(understood);
    return whole;
  }

  /** A rule that breaks on a page loses its own fields there, and not the document. */
  private boolean held(BiConsumer<Leaf, Draft> rule, Leaf leaf) {
    try {
      rule.accept(leaf, draft);
      return true;
    } catch (RuntimeException e) {
      // Its message could quote the page: only where it happened is told.
      StackTraceElement at =
          Stream.of(e.getStackTrace())
              .filter(frame -> frame.getClassName().startsWith(Run.class.getPackageName()))
              .findFirst()
              .orElse(null);
      LOG.log(Level.ERROR, "a rule broke on a page: {0} at {1}", e.getClass().getName(), at);
      return false;
    }
  }

  /**
   * Whether there was time for all of them, and none broke.
   *
   * @param labelled those that need no understanding of sentences: for pages that are not English
   */
  private boolean each(
      List<Leaf> part,
      List<BiConsumer<Leaf, Draft>> rules,
      List<BiConsumer<Leaf, Draft>> labelled) {
    boolean whole = true;
    for (Leaf leaf : part) {
      for (BiConsumer<Leaf, Draft> rule : leaf.language() == null ? rules : labelled) {
        if (late()) {
          return false;
        }
        whole &= held(rule, leaf);
      }
    }
    return whole;
  }

  private boolean late() {
    return System.nanoTime() - end >= 0;
  }
}
