package org.openpriorauth.chart;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.chart.model.ClinicalDocument;
import org.openpriorauth.kernel.Caller;
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
  @Inject Admission admission;
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
    admission.size(content);
    byte[] index = fields.index(caller.clinic(), "clinical_document.content", content);
    Optional<DocumentView> same = documents.same(caller, request, index);
    if (same.isPresent()) {
      if (arrived.came() != null) {
        documents.end(caller, arrived.came(), same.get().id());
      }
      return same.get();
    }
    String mediaType = admission.kind(caller, request, content);
    ClinicalDocument document =
        new ClinicalDocument(
            caller.clinic(), caller.actor(), clock.instant(), request, mediaType, content.length);
    byte[] key = contents.keep(caller.clinic(), document.id(), content);
    return documents.add(
        caller,
        new Documents.Stored(
            request, plain(arrived.fileName()), document, index, key, arrived.came()));
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
