package org.openpriorauth.extraction.rules;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.extraction.FieldExtractor;
import org.openpriorauth.extraction.PageReader;

/** Reads fields with rules alone: nothing is learned, nothing is guessed, nothing leaves. */
@ApplicationScoped
public class RuleFieldExtractor implements FieldExtractor {
  @Override
  public String version() {
    return "rules/1.0";
  }

  @Override
  public Extraction extract(UUID document, List<PageReader.Page> pages) {
    List<Leaf> leaves = Leaf.of(pages);
    DocumentKind.Guess kind = DocumentKind.of(leaves);
    Draft draft = new Draft();
    Parties parties = new Parties(draft, kind.type());
    for (Leaf leaf : leaves) {
      parties.read(leaf);
      TableFields.read(leaf, draft);
      CodeFields.read(leaf, draft);
      DrugFields.read(leaf, draft);
      TherapyFields.read(leaf, draft);
      FindingFields.read(leaf, draft);
    }
    parties.finish();
    CourseFields.read(leaves, kind.type(), draft);
    return new Extraction(kind.type(), kind.score(), draft.fields(document), Identities.of(leaves));
  }
}
