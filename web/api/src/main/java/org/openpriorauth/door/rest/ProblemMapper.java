package org.openpriorauth.door.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/**
 * Every exception becomes a problem document; one that nobody foresaw tells its request id only.
 */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());
  private static final String UNIQUE_VIOLATION = "23505";

  /** Two requests at once may both find a name free; the second then meets the index. */
  private static final Map<String, ErrorCode> TAKEN =
      Map.of(
          "ux_app_user_username", ErrorCode.USERNAME_TAKEN,
          "ux_app_user_email", ErrorCode.ACCOUNT_THERE,
          "ux_api_key_name", ErrorCode.KEY_NAME_TAKEN,
          "payer_clinic_id_payer_code_key", ErrorCode.PAYER_TAKEN,
          "ux_patient_mrn", ErrorCode.MRN_TAKEN,
          "ux_patient_external", ErrorCode.EXTERNAL_ID_TAKEN,
          "provider_clinic_id_npi_key", ErrorCode.NPI_TAKEN,
          "ux_prior_authorization_external", ErrorCode.EXTERNAL_ID_TAKEN);

  @Inject HttpServletRequest request;

  @Override
  public Response toResponse(Throwable thrown) {
    String requestId = RequestIds.of(request);
    Optional<Problem> foreseen = problem(thrown);
    if (foreseen.isPresent()) {
      return ProblemJson.response(foreseen.get(), requestId);
    }
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      if (e instanceof WebApplicationException refused) {
        return ProblemJson.response(
            Problem.of(ErrorPage.codeOf(refused.getResponse().getStatus())), requestId);
      }
      if (e instanceof OptimisticLockException) {
        return ProblemJson.response(Problem.of(ErrorCode.STALE), requestId);
      }
      if (e instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
        return ProblemJson.response(Problem.of(taken(sql)), requestId);
      }
    }
    LOG.log(Level.ERROR, "unforeseen requestId=" + requestId, thrown);
    return ProblemJson.response(
        Problem.of(
            ErrorCode.INTERNAL,
            "Nothing was changed. Tell your administrator this request id: " + requestId + "."),
        requestId);
  }

  /** What a mapper of one problem adds to. */
  public static Response refusal(Problem problem, HttpServletRequest request) {
    return ProblemJson.response(problem, RequestIds.of(request));
  }

  /** Looked for first: servers wrap what an address's parameter met into a 404 of their own. */
  private static Optional<Problem> problem(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .filter(Problem.class::isInstance)
        .map(Problem.class::cast)
        .findFirst();
  }

  private static ErrorCode taken(SQLException e) {
    return TAKEN.entrySet().stream()
        .filter(entry -> String.valueOf(e.getMessage()).contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(ErrorCode.STALE);
  }
}
