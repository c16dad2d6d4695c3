package org.openpriorauth.extraction;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openpriorauth.chart.model.ClinicalDocument;
import org.openpriorauth.chart.model.DocumentRepository;
import org.openpriorauth.extraction.FieldExtractor.Extraction;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;

/** Hands out the pages of a document that was read, and keeps what they tell when read anew. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DivisionRecord {
  @Inject Settling settling;
  @Inject DocumentRepository documents;
  @Inject Findings findings;
  @Inject PageTexts texts;
  @Inject FieldExtractor extractor;
  @Inject Event<Audited> audited;
  @Inject Event<ReadingChanged> changed;

  /**
   * @throws Problem DOCUMENT_NOT_FOUND, PAGE_NOT_FOUND, PA_ILLEGAL_MOVE
   */
  @Requires("pa:change")
  public List<PageReader.Page> pages(Caller caller, UUID id) {
    settling.document(caller, id);
    read(caller, id);
    return documents.pages(caller.clinic(), id).stream().map(page -> opened(id, page)).toList();
  }

  /**
   * @param found with the parts that a person said
   */
  @Requires("pa:change")
  public void keep(Caller caller, UUID id, List<PageReader.Page> pages, Extraction found) {
    ClinicalDocument document = settling.document(caller, id);
    findings.keepAsSaid(caller, read(caller, id), extractor.version(), pages, found);
    Map<String, Object> detail = Map.of("parts", found.composition().parts().size());
    audited.fire(new Audited(caller, "document.divide", "clinical_document", id, detail));
    changed.fire(new ReadingChanged(caller, document.priorAuthorizationId()));
  }

  private ReadDocument read(Caller caller, UUID id) {
    return findings.of(caller.clinic(), List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> Problem.of(ErrorCode.PAGE_NOT_FOUND, "No page of it was read."));
  }

  private PageReader.Page opened(UUID id, DocumentRepository.Page page) {
    PageRecord.Content content = texts.open(id, page);
    return new PageReader.Page(
        page.number(),
        page.source(),
        page.rotation(),
        page.flags(),
        content.text(),
        content.words());
  }
}
