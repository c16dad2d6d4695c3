package org.openpriorauth.extraction.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.openpriorauth.extraction.FieldExtractor.Extraction;
import org.openpriorauth.extraction.FieldExtractor.PageIdentity;
import org.openpriorauth.extraction.PageReader;

/**
 * One reading of a document's fields, as far as its time reaches. The clock is looked at between
 * pages and between rules; what a rule may cost on one page is bounded by {@link Sheet}. First
 * every page says whose it is, because a page that nobody looked at counts for nothing.
 */
final class Run {
  private final long end;
  private final List<Leaf> leaves = new ArrayList<>();
  private final List<PageIdentity> identities = new ArrayList<>();
  private final Draft draft = new Draft();

  Run(List<PageReader.Page> pages, Duration time) {
    this.end = System.nanoTime() + time.toNanos();
    String part = "";
    for (PageReader.Page page : pages) {
      if (late()) {
        identities.add(Identities.unknown(page.number()));
      } else {
        Leaf leaf = Leaf.of(page, part);
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
                    (leaf, found) -> LetterFields.read(leaf, kind.type(), found)))
            && leaves.size() == identities.size();
    parties.finish(leaves);
    LetterClosing.read(leaves, kind.type(), draft);
    whole &= each(List.of((leaf, found) -> course.read(leaf)));
    course.finish(leaves);
    return new Extraction(
        kind.type(),
        kind.score(),
        draft.fields(document),
        List.copyOf(identities),
        whole && !draft.full() && leaves.stream().allMatch(leaf -> leaf.sheet().whole()));
  }

  /** Whether there was time for all of them. */
  private boolean each(List<BiConsumer<Leaf, Draft>> rules) {
    for (Leaf leaf : leaves) {
      for (BiConsumer<Leaf, Draft> rule : rules) {
        if (late()) {
          return false;
        }
        rule.accept(leaf, draft);
      }
    }
    return true;
  }

  private boolean late() {
    return System.nanoTime() - end >= 0;
  }
}
