package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.extraction.Composition;
import org.openpriorauth.extraction.Composition.ForeignPage;
import org.openpriorauth.extraction.Composition.Part;
import org.openpriorauth.extraction.FieldExtractor.PageIdentity;
import org.openpriorauth.extraction.PageReader;

/** What a document is made of, and what of it the rules do not understand. */
final class Survey {
  private static final String HANDWRITING = "handwriting";
  private static final String UNCLEAR_BOX = "unclear_box";

  private Survey() {}

  /** What is written by hand is for a person: what OCR makes of it is nothing to rely on. */
  static PageReader.Page understandable(PageReader.Page page) {
    return isHandwritten(page)
        ? new PageReader.Page(
            page.number(), page.source(), page.rotation(), page.flags(), "", List.of())
        : page;
  }

  private static boolean isHandwritten(PageReader.Page page) {
    return HANDWRITING.equals(page.source());
  }

  static Composition of(
      List<PageReader.Page> pages,
      List<Leaf> leaves,
      List<PageIdentity> identities,
      List<Part> parts) {
    List<ForeignPage> foreign =
        leaves.stream()
            .filter(leaf -> leaf.language() != null)
            .map(leaf -> new ForeignPage(leaf.sheet().number(), leaf.language()))
            .toList();
    boolean cover = !leaves.isEmpty() && DocumentKind.isCover(leaves.get(0).sheet());
    Integer announced = cover ? CoverCount.otherThan(pages.size(), leaves.get(0).sheet()) : null;
    List<String> warnings = new ArrayList<>();
    if (!foreign.isEmpty()) {
      warnings.add("foreign_language");
    }
    if (pages.stream().anyMatch(p -> isHandwritten(p) || p.flags().contains(HANDWRITING))) {
      warnings.add(HANDWRITING);
    }
    if (pages.stream().anyMatch(p -> p.flags().contains(UNCLEAR_BOX))) {
      warnings.add(UNCLEAR_BOX);
    }
    if (announced != null) {
      warnings.add(announced > pages.size() ? "pages_missing" : "pages_extra");
    }
    return new Composition(parts, foreign, announced, warnings);
  }
}
