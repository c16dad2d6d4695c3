package org.openpriorauth.extraction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.openpriorauth.chart.model.DocumentRepository;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.keys.FieldCipher;
import org.openpriorauth.wire.json.Json;

/** The text of pages that were kept. */
@ApplicationScoped
public class PageTexts {
  /** Of several charts together: what is more is not looked through. */
  private static final int MOST_PAGES = 1000;

  @Inject DocumentRepository documents;
  @Inject FieldCipher cipher;

  /** Only pages that count as the patient's, in order. */
  public List<PageText> counting(ClinicId clinic, List<ExtractionService.View> views) {
    return views.stream()
        .filter(view -> view.read() != null)
        .flatMap(view -> counting(clinic, view))
        .limit(MOST_PAGES)
        .toList();
  }

  private Stream<PageText> counting(ClinicId clinic, ExtractionService.View view) {
    List<Integer> numbers = view.countingPages();
    return numbers.isEmpty()
        ? Stream.empty()
        : documents.pages(clinic, view.document().id()).stream()
            .filter(page -> numbers.contains(page.number()))
            .map(page -> opened(view, page));
  }

  private PageText opened(ExtractionService.View view, DocumentRepository.Page page) {
    PageRecord.Content content = open(view.document().id(), page);
    return new PageText(view.document().id(), page.number(), content.text(), content.words());
  }

  PageRecord.Content open(UUID document, DocumentRepository.Page page) {
    byte[] plain = cipher.open(PageRecord.PAGE + page.number(), document, page.content());
    return Json.read(plain, PageRecord.Content.class);
  }
}
