package org.openpriorauth.extraction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.openpriorauth.chart.model.ClinicalDocument;
import org.openpriorauth.chart.model.DocumentRepository;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.priorauth.model.PriorAuthRepository;
import org.openpriorauth.priorauth.model.PriorAuthState;

/** When people may settle what was read: until the packet is on its way. */
@ApplicationScoped
public class Settling {
  @Inject DocumentRepository documents;
  @Inject PriorAuthRepository requests;

  /**
   * The document, with its request locked for the transaction.
   *
   * @throws Problem DOCUMENT_NOT_FOUND, PA_ILLEGAL_MOVE
   */
  ClinicalDocument document(Caller caller, UUID id) {
    ClinicalDocument document = documents.get(caller.clinic(), id);
    PriorAuthState state = requests.lock(caller.clinic(), document.priorAuthorizationId()).state();
    if (state != PriorAuthState.REVIEW && state != PriorAuthState.READY) {
      throw Problem.of(
          ErrorCode.PA_ILLEGAL_MOVE,
          "What was read can be settled while the request is in review, not when it is %s."
              .formatted(state));
    }
    return document;
  }
}
