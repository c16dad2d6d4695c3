package org.openpriorauth.chart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.audit.RefusalTrail;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** What a file must be before anything is done with it. */
@ApplicationScoped
public class Admission {
  @Inject VirusScanner scanner;
  @Inject RefusalTrail refusals;

  /**
   * @throws Problem DOCUMENT_EMPTY, DOCUMENT_TOO_LARGE
   */
  public void size(byte[] content) {
    if (content.length == 0) {
      throw Problem.of(ErrorCode.DOCUMENT_EMPTY);
    }
    if (content.length > DocumentService.MOST_BYTES) {
      throw Problem.of(ErrorCode.DOCUMENT_TOO_LARGE, "A document may have at most 25 MiB.");
    }
  }

  /**
   * @param request for which it came, or null
   * @return its media type, by its content
   * @throws Problem DOCUMENT_KIND, DOCUMENT_INFECTED, SCANNER_AWAY
   */
  public String kind(Caller caller, UUID request, byte[] content) {
    String mediaType = MediaKind.known(content);
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
    return mediaType;
  }
}
