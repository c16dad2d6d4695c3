package org.openpriorauth.extraction.rules;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
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

  Extraction extraction(UUID document) {
    DocumentKind.Guess kind = DocumentKind.of(leaves);
    Parties parties = new Parties(draft, kind.type());
    CourseFields course = new CourseFields(kind.type(), draft);
    boolean whole =
        each(
                List.of(
                    CoverFields::read,
                    (leaf, found) -> parties.read(leaf),
                    TableFields::read,
                    CodeFields::read,
                    DrugFields::read,
                    TherapyFields::read,
                    FindingFields::read,
                    Statements::read,
                    (leaf, found) -> CardFields.read(leaf, kind.type(), found),
                    (leaf, found) -> LetterFields.read(leaf, kind.type(), found)),
                List.of((leaf, found) -> parties.read(leaf)))
            && leaves.size() == identities.size();
    List<Leaf> understood = leaves.stream().filter(leaf -> leaf.language() == null).toList();
    parties.finish(understood);
    LetterClosing.read(understood, kind.type(), draft);
    whole &= each(List.of((leaf, found) -> course.read(leaf)), List.of());
    course.finish(understood);
    return new Extraction(
        kind.type(),
        kind.score(),
        draft.fields(document),
        List.copyOf(identities),
        whole && !draft.full() && leaves.stream().allMatch(leaf -> leaf.sheet().whole()),
        Survey.of(pages, leaves, identities, kind));
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
      List<BiConsumer<Leaf, Draft>> rules, List<BiConsumer<Leaf, Draft>> labelled) {
    boolean whole = true;
    for (Leaf leaf : leaves) {
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
