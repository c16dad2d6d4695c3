package org.openpriorauth.chart;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.chart.model.DocumentUpload;
import org.openpriorauth.chart.model.UploadRepository;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.keys.FieldCipher;
import org.openpriorauth.operations.Idempotency;

/** The short transactions around uploads by pieces; bytes are awaited between them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Uploads {
  private static final String METADATA = "document_upload.metadata";
  private static final String SUBJECT = "document_upload";
  private static final int AT_ONCE = 100;

  @Inject UploadRepository uploads;
  @Inject FieldCipher cipher;
  @Inject Idempotency idempotency;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "openpriorauth.uploads.hours")
  int hours;

  @Inject
  @ConfigProperty(name = "openpriorauth.uploads.open-per-person")
  int openPerPerson;

  @Inject
  @ConfigProperty(name = "openpriorauth.uploads.open-per-clinic")
  int openPerClinic;

  /**
   * @param metadata null if the sender said nothing
   */
  public record Wanted(UUID request, long length, UploadMetadata metadata) {}

  /** What an Idempotency-Key stands for: nobody gets a colleague's upload by it. */
  private record Asked(UUID by, Wanted wanted) {}

  /** Makes room for a document whose length is acceptable. */
  @Requires("pa:change")
  public UploadView begin(Caller caller, Wanted wanted) {
    Asked asked = new Asked(caller.actor(), wanted);
    UUID id = idempotency.once(caller, "upload.begin", asked, () -> begun(caller, wanted));
    return view(uploads.get(caller.clinic(), caller.actor(), id));
  }

  private UUID begun(Caller caller, Wanted wanted) {
    Instant now = clock.instant();
    uploads.queueToBegin(caller.clinic());
    if (uploads.open(caller.clinic(), caller.actor(), now) >= openPerPerson
        || uploads.open(caller.clinic(), now) >= openPerClinic) {
      throw Problem.of(
          ErrorCode.UPLOADS_OPEN,
          "You have %d uploads under way, or your clinic %d. Finish or give up one first."
              .formatted(openPerPerson, openPerClinic));
    }
    DocumentUpload upload =
        new DocumentUpload(
            caller.clinic(),
            caller.actor(),
            now,
            wanted.request(),
            wanted.length(),
            now.plus(Duration.ofHours(hours)));
    if (wanted.metadata() != null) {
      byte[] said = wanted.metadata().word().getBytes(StandardCharsets.US_ASCII);
      upload.described(cipher.seal(METADATA, upload.id(), said));
    }
    uploads.add(upload);
    audited.fire(Audited.of(caller, "upload.begin", SUBJECT, upload.id()));
    return upload.id();
  }

  /**
   * @throws Problem UPLOAD_NOT_FOUND, UPLOAD_EXPIRED
   */
  @Requires("pa:change")
  public UploadView get(Caller caller, UUID id) {
    DocumentUpload upload = uploads.get(caller.clinic(), caller.actor(), id);
    upload.live(clock.instant());
    audited.fire(Audited.of(caller, "upload.read", SUBJECT, id));
    return view(upload);
  }

  /**
   * Asked before a byte is read.
   *
   * @throws Problem UPLOAD_NOT_FOUND, UPLOAD_EXPIRED, UPLOAD_ELSEWHERE
   */
  @Requires("pa:change")
  public UploadView at(Caller caller, UUID id, long offset) {
    DocumentUpload upload = uploads.get(caller.clinic(), caller.actor(), id);
    upload.standsAt(offset, clock.instant());
    return view(upload);
  }

  /**
   * Writes a piece and moves the offset behind it.
   *
   * @param seen where the piece begins
   * @throws Problem UPLOAD_ELSEWHERE if somebody else was faster: then this piece is nothing
   */
  @Requires("pa:change")
  public UploadView keep(Caller caller, UploadView seen, UploadRepository.Piece piece) {
    DocumentUpload upload = uploads.lock(caller.clinic(), caller.actor(), seen.id());
    upload.grow(seen.offset(), piece.size(), caller.actor(), clock.instant());
    uploads.addPiece(caller.clinic(), upload.id(), seen.offset(), piece);
    return view(upload);
  }

  /**
   * A piece of what came so far.
   *
   * @throws Problem UPLOAD_ELSEWHERE if somebody else went on meanwhile
   */
  @Requires("pa:change")
  public UploadRepository.Piece piece(Caller caller, UploadView seen, long offset) {
    DocumentUpload upload = uploads.get(caller.clinic(), caller.actor(), seen.id());
    upload.standsAt(seen.offset(), clock.instant());
    return uploads.piece(caller.clinic(), seen.id(), offset);
  }

  /** Gives it up; a document that was made of it stays. */
  @Requires("pa:change")
  public void discard(Caller caller, UUID id) {
    uploads.remove(uploads.lock(caller.clinic(), caller.actor(), id));
    audited.fire(Audited.of(caller, "upload.discard", SUBJECT, id));
  }

  /**
   * Removes some of those whose time is over.
   *
   * @return how many; none at the end
   */
  @Requires("operations:change")
  public int removeExpired(Caller caller) {
    List<DocumentUpload> over = uploads.over(caller.clinic(), clock.instant(), AT_ONCE);
    for (DocumentUpload upload : over) {
      boolean finished = upload.documentId() != null;
      uploads.remove(upload);
      audited.fire(
          new Audited(caller, "upload.expire", SUBJECT, upload.id(), Map.of("finished", finished)));
    }
    return over.size();
  }

  private UploadView view(DocumentUpload u) {
    byte[] said = u.sealedMetadata();
    return new UploadView(
        u.id(),
        u.priorAuthorizationId(),
        said == null
            ? null
            : new UploadMetadata(
                new String(cipher.open(METADATA, u.id(), said), StandardCharsets.US_ASCII)),
        u.length(),
        u.offset(),
        u.expiresAt(),
        u.documentId());
  }
}
