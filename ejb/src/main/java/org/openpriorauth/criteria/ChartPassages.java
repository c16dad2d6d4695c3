package org.openpriorauth.criteria;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.openpriorauth.extraction.ExtractionService;
import org.openpriorauth.extraction.PageText;
import org.openpriorauth.extraction.PageTexts;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.Evidence;

/** Looks for criteria in words on a chart's pages, which are opened only if there is one. */
@ApplicationScoped
public class ChartPassages {
  @Inject PassageRanker ranker;
  @Inject PageTexts texts;

  /** For one match: the pages are opened once. */
  public Facts.Passages of(ClinicId clinic, List<ExtractionService.View> documents) {
    return new Facts.Passages() {
      private List<PageText> pages;

      @Override
      public List<Evidence> on(PolicyPack.Node criterion) {
        if (pages == null) {
          pages = texts.counting(clinic, documents);
        }
        return ranker.rank(criterion.text(), criterion.narrative().hints(), pages);
      }
    };
  }
}
