package org.openpriorauth.chart;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.UUID;
import org.openpriorauth.chart.model.UploadRepository;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Ids;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.keys.ContentCipher;

/**
 * Takes a document in by pieces, over as many calls and connections as it needs. However long a
 * call's body is, one piece of it is in memory, and each piece is kept before the next is read.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UploadService {
  /** Bytes of a piece. */
  static final int PIECE = 1024 * 1024;

  @Inject Uploads uploads;

  /** What no further try makes good. */
  private static final Set<ErrorCode> NEVER =
      Set.of(ErrorCode.DOCUMENT_INFECTED, ErrorCode.DOCUMENT_KIND);

  @Inject Documents documents;
  @Inject DocumentService service;
  @Inject Contents contents;
  @Inject UploadRoom room;

  /**
   * @throws Problem PA_NOT_FOUND, PA_ILLEGAL_MOVE, DOCUMENT_EMPTY, DOCUMENT_TOO_LARGE, UPLOADS_OPEN
   */
  @Requires("pa:change")
  public UploadView begin(Caller caller, Uploads.Wanted wanted) {
    documents.mayUpload(caller, wanted.request());
    if (wanted.length() == 0) {
      throw Problem.of(ErrorCode.DOCUMENT_EMPTY);
    }
    if (wanted.length() > DocumentService.MOST_BYTES) {
      throw Problem.of(ErrorCode.DOCUMENT_TOO_LARGE, "A document may have at most 25 MiB.");
    }
    return uploads.begin(caller, wanted);
  }

  /**
   * Takes the bytes that follow, and makes the document when the last of them came.
   *
   * @param offset where the sender goes on
   * @param announced how many bytes will come, or -1
   * @throws Problem UPLOAD_NOT_FOUND, UPLOAD_EXPIRED, UPLOAD_ELSEWHERE, UPLOAD_MALFORMED,
   *     DOCUMENT_TOO_LARGE, and whatever {@link DocumentService#upload} refuses
   */
  @Requires("pa:change")
  public UploadView append(Caller caller, UUID id, long offset, long announced, InputStream body)
      throws IOException {
    UploadView upload = uploads.at(caller, id, offset);
    documents.mayUpload(caller, upload.request());
    if (announced > upload.length() - offset) {
      throw tooLong();
    }
    while (upload.document() == null) {
      UploadView from = upload;
      int most = (int) Math.min(PIECE, upload.length() - upload.offset());
      Piece piece = room.within(most, PIECE, () -> Piece.read(body, most));
      upload = grown(caller, from, piece, body);
      if (piece.broken() || upload.document() == null && piece.bytes().length < most) {
        return ended(upload, offset, announced, piece);
      }
    }
    return upload;
  }

  private UploadView grown(Caller caller, UploadView from, Piece piece, InputStream body)
      throws IOException {
    int size = piece.bytes().length;
    if (size == 0) {
      return from;
    }
    if (from.offset() + size == from.length()) {
      if (!piece.broken() && Piece.read(body, 1).bytes().length > 0) {
        throw tooLong();
      }
      return finished(caller, from, piece.bytes());
    }
    if (from.offset() == 0 && size >= MediaKind.DECIDES) {
      // Whoever sends something else should not learn it after the last byte.
      MediaKind.mayBecome(piece.bytes());
    }
    UUID content = Ids.next();
    ContentCipher.Sealed sealed = contents.sealed(content, piece.bytes());
    return uploads.keep(
        caller, from, new UploadRepository.Piece(content, size, sealed.key(), sealed.content()));
  }

  /**
   * Until the document's row is written the last bytes are not acknowledged: whoever loses the
   * answer sends them again, and the same content is the same document.
   */
  private UploadView finished(Caller caller, UploadView from, byte[] last) throws IOException {
    UUID document;
    try {
      document =
          room.within(
              from.length(),
              DocumentService.MOST_BYTES,
              () -> service.uploaded(caller, from, whole(caller, from, last)).id());
    } catch (Problem e) {
      if (NEVER.contains(e.code())) {
        // Its last bytes need not be sent again and again, and nothing of it is kept.
        uploads.discard(caller, from.id());
      }
      throw e;
    }
    return new UploadView(
        from.id(),
        from.request(),
        from.metadata(),
        from.length(),
        from.length(),
        from.expiresAt(),
        document);
  }

  private byte[] whole(Caller caller, UploadView from, byte[] last) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream((int) from.length());
    while (whole.size() < from.offset()) {
      UploadRepository.Piece piece = uploads.piece(caller, from, whole.size());
      whole.writeBytes(contents.opened(piece.id(), piece.key(), piece.content()));
    }
    whole.writeBytes(last);
    return whole.toByteArray();
  }

  private static UploadView ended(UploadView upload, long offset, long announced, Piece last) {
    if (last.broken() || upload.offset() - offset < announced) {
      throw Problem.of(
          ErrorCode.UPLOAD_MALFORMED,
          "The body broke off. The upload stands at byte %d.".formatted(upload.offset()));
    }
    return upload;
  }

  private static Problem tooLong() {
    return Problem.of(
        ErrorCode.DOCUMENT_TOO_LARGE, "More bytes came than the upload's Upload-Length.");
  }
}
