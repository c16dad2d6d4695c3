package org.openpriorauth.chart;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.audit.RefusalTrail;
import org.openpriorauth.chart.model.ClinicalDocument;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.keys.FieldCipher;

/** Taking documents in and handing their content out; no transaction is open while bytes move. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DocumentService {
  /** Bytes that one document may have. */
  public static final int MOST_BYTES = 25 * 1024 * 1024;

  private static final int LONGEST_NAME = 200;

  @Inject Documents documents;
  @Inject Contents contents;
  @Inject FieldCipher fields;
  @Inject VirusScanner scanner;
  @Inject RefusalTrail refusals;
  @Inject Clock clock;

  /**
   * Stores a document for a request and has it read. The same content again answers with the
   * document that is there.
   *
   * @throws Problem PA_NOT_FOUND, PA_ILLEGAL_MOVE, DOCUMENT_EMPTY, DOCUMENT_KIND,
   *     DOCUMENT_TOO_LARGE, DOCUMENT_INFECTED, SCANNER_AWAY
   */
  @Requires("pa:change")
  public DocumentView upload(Caller caller, UUID request, String fileName, byte[] content) {
    return stored(caller, new Arrived(request, fileName, content, null));
  }

  /**
   * The same with what came by pieces, which ends that upload.
   *
   * @param came as it stands before its last bytes, which are in the content
   * @throws Problem as above, and UPLOAD_ELSEWHERE if somebody else went on with it meanwhile
   */
  @Requires("pa:change")
  public DocumentView uploaded(Caller caller, UploadView came, byte[] content) {
    return stored(caller, new Arrived(came.request(), came.fileName(), content, came));
  }

  private record Arrived(UUID request, String fileName, byte[] content, UploadView came) {}

  private DocumentView stored(Caller caller, Arrived arrived) {
    byte[] content = arrived.content();
    UUID request = arrived.request();
    if (content.length == 0) {
      throw Problem.of(ErrorCode.DOCUMENT_EMPTY);
    }
    if (content.length > MOST_BYTES) {
      throw Problem.of(ErrorCode.DOCUMENT_TOO_LARGE, "A document may have at most 25 MiB.");
    }
    byte[] index = fields.index(caller.clinic(), "clinical_document.content", content);
    Optional<DocumentView> same = documents.same(caller, request, index);
    if (same.isPresent()) {
      if (arrived.came() != null) {
        documents.end(caller, arrived.came(), same.get().id());
      }
      return same.get();
    }
    String mediaType = MediaKind.known(content);
    examine(caller, request, content);
    ClinicalDocument document =
        new ClinicalDocument(
            caller.clinic(), caller.actor(), clock.instant(), request, mediaType, content.length);
    byte[] key = contents.keep(caller.clinic(), document.id(), content);
    return documents.add(
        caller,
        new Documents.Stored(
            request, plain(arrived.fileName()), document, index, key, arrived.came()));
  }

  private void examine(Caller caller, UUID request, byte[] content) {
    Optional<String> found = scanner.find(content);
    if (found.isPresent()) {
      refusals.append(
          new Audited(
              caller,
              "document.upload",
              "prior_authorization",
              request,
              Map.of("found", found.get())));
      throw Problem.of(
          ErrorCode.DOCUMENT_INFECTED,
          "The virus scanner found %s in the file. Nothing was kept; tell your IT."
              .formatted(found.get()));
    }
  }

  @Requires("pa:read")
  public byte[] content(Caller caller, UUID id) {
    byte[] key = documents.contentKey(caller, id);
    return contents.read(caller.clinic(), id, key);
  }

  /** Only the last part of a path, without characters that a terminal or a header would obey. */
  private static String plain(String fileName) {
    String last = fileName == null ? "" : fileName.replaceAll(".*[/\\\\]", "");
    String tame = last.replaceAll("\\p{C}", "").strip();
    String named = tame.isEmpty() ? "document" : tame;
    return named.substring(0, Math.min(LONGEST_NAME, named.length()));
  }
}
