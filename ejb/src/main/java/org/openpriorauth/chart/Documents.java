package org.openpriorauth.chart;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.chart.model.ClinicalDocument;
import org.openpriorauth.chart.model.DocumentRepository;
import org.openpriorauth.chart.model.DocumentUpload;
import org.openpriorauth.chart.model.UploadRepository;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.keys.FieldCipher;
import org.openpriorauth.operations.WorkQueue;
import org.openpriorauth.priorauth.Moves;
import org.openpriorauth.priorauth.model.PriorAuthRepository;
import org.openpriorauth.priorauth.model.PriorAuthState;
import org.openpriorauth.priorauth.model.PriorAuthorization;

/** The short transactions around documents; the store is asked between them, never inside. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Documents {
  private static final String NAME = "clinical_document.file_name";

  @Inject DocumentRepository documents;
  @Inject UploadRepository uploads;
  @Inject PriorAuthRepository requests;
  @Inject WorkQueue work;
  @Inject FieldCipher cipher;
  @Inject Event<Audited> audited;
  @Inject Moves moves;
  @Inject Clock clock;

  /**
   * A stored content that waits for its row.
   *
   * @param came by pieces, or null
   */
  public record Stored(
      UUID request,
      String fileName,
      ClinicalDocument document,
      byte[] index,
      byte[] key,
      UploadView came) {}

  /**
   * Asked before a byte is read.
   *
   * @throws org.openpriorauth.kernel.Problem PA_NOT_FOUND, PA_ILLEGAL_MOVE
   */
  @Requires("pa:change")
  public void mayUpload(Caller caller, UUID request) {
    PriorAuthState state = requests.get(caller.clinic(), request).state();
    if (!state.open()) {
      throw Problem.of(
          ErrorCode.PA_ILLEGAL_MOVE, "A request that is %s takes no documents.".formatted(state));
    }
  }

  /** The document that has this content already, if the request has one. */
  @Requires("pa:change")
  public Optional<DocumentView> same(Caller caller, UUID request, byte[] index) {
    requests.get(caller.clinic(), request);
    return documents.findByContent(caller.clinic(), request, index).map(this::view);
  }

  /** An upload by pieces whose bytes are a document that the request has already. */
  @Requires("pa:change")
  public void end(Caller caller, UploadView upload, UUID document) {
    ended(caller, upload, document);
  }

  /**
   * Writes the row and the work of reading it, and takes the request into INTAKE; an upload by
   * pieces ends in the same transaction.
   *
   * @throws org.openpriorauth.chart.model.UploadElsewhere if somebody else goes on with it
   */
  @Requires("pa:change")
  public DocumentView add(Caller caller, Stored stored) {
    PriorAuthorization request = requests.lock(caller.clinic(), stored.request());
    ClinicalDocument document =
        documents
            .findByContent(caller.clinic(), stored.request(), stored.index())
            .orElseGet(() -> added(caller, request, stored));
    if (stored.came() != null) {
      ended(caller, stored.came(), document.id());
    }
    return view(document);
  }

  private void ended(Caller caller, UploadView seen, UUID document) {
    DocumentUpload upload = uploads.lock(caller.clinic(), caller.actor(), seen.id());
    upload.end(seen.offset(), document, caller.actor(), clock.instant());
    uploads.removePieces(caller.clinic(), upload.id());
  }

  private ClinicalDocument added(Caller caller, PriorAuthorization request, Stored stored) {
    if (request.state() == PriorAuthState.READY) {
      // What comes late may change what was concluded.
      moves.move(caller, request, PriorAuthState.REVIEW);
    }
    if (request.state() != PriorAuthState.INTAKE) {
      moves.move(caller, request, PriorAuthState.INTAKE);
    }
    ClinicalDocument document = stored.document();
    byte[] name = stored.fileName().getBytes(StandardCharsets.UTF_8);
    document.sealed(cipher.seal(NAME, document.id(), name), stored.index(), stored.key());
    documents.add(document);
    work.add(caller.clinic(), "extraction", document.id());
    audited.fire(Audited.of(caller, "document.upload", "clinical_document", document.id()));
    return document;
  }

  @Requires("pa:read")
  public DocumentView get(Caller caller, UUID id) {
    ClinicalDocument document = documents.get(caller.clinic(), id);
    audited.fire(Audited.of(caller, "document.read", "clinical_document", id));
    return view(document);
  }

  @Requires("pa:read")
  public List<DocumentView> ofRequest(Caller caller, UUID request) {
    requests.get(caller.clinic(), request);
    audited.fire(Audited.of(caller, "document.list", "prior_authorization", request));
    return documents.ofRequest(caller.clinic(), request).stream().map(this::view).toList();
  }

  /** The sealed key of a document's content. */
  @Requires("pa:read")
  public byte[] contentKey(Caller caller, UUID id) {
    audited.fire(Audited.of(caller, "document.content.read", "clinical_document", id));
    return documents.get(caller.clinic(), id).sealedContentKey();
  }

  private DocumentView view(ClinicalDocument d) {
    byte[] name = cipher.open(NAME, d.id(), d.sealedFileName());
    return new DocumentView(
        d.id(),
        d.priorAuthorizationId(),
        new String(name, StandardCharsets.UTF_8),
        d.mediaType(),
        d.byteSize(),
        d.state().word(),
        ReadingFailure.explained(d.problem()),
        d.flags(),
        d.pages(),
        d.createdAt());
  }
}
