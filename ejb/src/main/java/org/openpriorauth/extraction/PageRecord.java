package org.openpriorauth.extraction;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openpriorauth.chart.model.ClinicalDocument;
import org.openpriorauth.chart.model.DocumentRepository;
import org.openpriorauth.chart.model.DocumentState;
import org.openpriorauth.extraction.FieldExtractor.Extraction;
import org.openpriorauth.extraction.PageReader.Reading;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Happened;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.keys.FieldCipher;
import org.openpriorauth.operations.model.WorkItem;
import org.openpriorauth.operations.model.WorkItemRepository;
import org.openpriorauth.priorauth.Moves;
import org.openpriorauth.priorauth.model.PriorAuthRepository;
import org.openpriorauth.priorauth.model.PriorAuthState;
import org.openpriorauth.priorauth.model.PriorAuthorization;
import org.openpriorauth.wire.json.Json;

/**
 * Records what was read, with the end of the work, in one transaction: a reading is recorded once
 * or done again. When a request's last document is through, the request goes to REVIEW.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PageRecord {
  static final String PAGE = "document_page.content/";

  @Inject DocumentRepository documents;
  @Inject WorkItemRepository items;
  @Inject PriorAuthRepository requests;
  @Inject FieldCipher cipher;
  @Inject PageTexts texts;
  @Inject Findings findings;
  @Inject FieldExtractor extractor;
  @Inject Moves moves;
  @Inject Event<Audited> audited;
  @Inject Event<Happened> happened;
  @Inject Event<ReadingChanged> changed;
  @Inject Clock clock;

  /** The sealed part of a page. */
  public record Content(String text, List<PageReader.Word> words) {}

  /** A page with what was read on it. */
  public record PageView(
      int number, String source, int rotation, List<String> flags, Content content) {}

  @Requires("work:do")
  public void read(Caller caller, WorkItem item, Reading.Read reading, Extraction extraction) {
    Instant now = clock.instant();
    if (!items.finish(item, "done", now)) {
      return;
    }
    ClinicalDocument document = documents.get(caller.clinic(), item.subject());
    documents.replacePages(
        caller.clinic(),
        document.id(),
        reading.pages().stream().map(page -> sealed(document.id(), page)).toList());
    findings.keep(caller.clinic(), document.id(), extractor.version(), reading.pages(), extraction);
    document.read(reading.pages().size(), reading.flags(), caller.actor(), now);
    settle(caller, document);
  }

  @Requires("work:do")
  public void unreadable(Caller caller, WorkItem item, DocumentState state, String problem) {
    Instant now = clock.instant();
    if (!items.finish(item, "given_up", now)) {
      return;
    }
    ClinicalDocument document = documents.get(caller.clinic(), item.subject());
    if (document.state() == DocumentState.QUEUED) {
      document.unreadable(state, problem, caller.actor(), now);
      settle(caller, document);
    }
  }

  @Requires("pa:read")
  public List<PageView> pages(Caller caller, UUID id) {
    ClinicalDocument document = documents.get(caller.clinic(), id);
    audited.fire(Audited.of(caller, "document.pages.read", "clinical_document", id));
    return documents.pages(caller.clinic(), document.id()).stream()
        .map(p -> new PageView(p.number(), p.source(), p.rotation(), p.flags(), texts.open(id, p)))
        .toList();
  }

  private void settle(Caller caller, ClinicalDocument document) {
    PriorAuthorization request = requests.lock(caller.clinic(), document.priorAuthorizationId());
    boolean waiting =
        documents.ofRequest(caller.clinic(), request.id()).stream()
            .anyMatch(d -> d.state() == DocumentState.QUEUED);
    Map<String, Object> outcome = new HashMap<>(Map.of("state", document.state().word()));
    if (document.problem() != null) {
      outcome.put("problem", document.problem());
    }
    audited.fire(
        new Audited(caller, "document.settle", "clinical_document", document.id(), outcome));
    outcome.put("document_id", document.id().toString());
    happened.fire(new Happened(caller, request.id(), "document_read", outcome));
    if (!waiting && request.state() == PriorAuthState.INTAKE) {
      moves.move(caller, request, PriorAuthState.REVIEW);
      changed.fire(new ReadingChanged(caller, request.id()));
    }
  }

  private DocumentRepository.Page sealed(UUID document, PageReader.Page page) {
    byte[] plain = Json.bytes(new Content(page.text(), page.words()));
    return new DocumentRepository.Page(
        page.number(),
        page.source(),
        page.rotation(),
        page.flags(),
        cipher.seal(PAGE + page.number(), document, plain));
  }
}
