package org.openpriorauth.door.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.openpriorauth.identity.AccessTokens;
import org.openpriorauth.identity.ApiKeyService;
import org.openpriorauth.identity.SignInService;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/**
 * Makes the {@link Caller} from the token that the container verified, if the session behind it
 * lives: signing out or ending a session ends its tokens at once. Closed unless {@link Anonymous}:
 * the check is ours, because the servers differ in what they enforce (ADR 2).
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class CallerFilter implements ContainerRequestFilter {
  static final String API_KEY = "X-API-Key";
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

  @Inject Instance<JsonWebToken> token;
  @Inject CurrentCaller current;
  @Inject SignInService signIn;
  @Inject ApiKeyService keys;
  @Inject CallersAddress address;
  @Inject RateLimitFilter limits;
  @Inject HttpServletRequest servlet;
  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Caller.Origin origin =
        new Caller.Origin(
            "rest",
            RequestIds.of(servlet),
            address.get(),
            servlet.getHeader("User-Agent"),
            idempotencyKey(request));
    current.comesFrom(origin);
    if (resource.getResourceMethod().isAnnotationPresent(Anonymous.class)
        || resource.getResourceClass().isAnnotationPresent(Anonymous.class)) {
      return;
    }
    String key = request.getHeaderString(API_KEY);
    if (key != null) {
      current.is(machine(request, key, origin), null);
      return;
    }
    JsonWebToken jwt = token.get();
    if (jwt.getRawToken() == null) {
      throw Problem.of(ErrorCode.NOT_SIGNED_IN);
    }
    UUID clinic = id(jwt, AccessTokens.CLINIC);
    UUID session = id(jwt, AccessTokens.SESSION);
    Set<String> permissions = jwt.getGroups() == null ? Set.of() : jwt.getGroups();
    Caller caller =
        new Caller(new ClinicId(clinic), UUID.fromString(jwt.getSubject()), permissions, origin);
    Optional<UUID> emergency = caller.emergency();
    if (!signIn.lives(current.anyone(), session, emergency.orElse(null))) {
      throw emergency.isPresent()
          ? Problem.of(
              ErrorCode.SESSION_ENDED,
              "The session or its emergency access has ended; refresh the token.")
          : Problem.of(ErrorCode.SESSION_ENDED);
    }
    current.is(caller, session);
  }

  /** Another system. With a token beside the key it would be unclear for whom it asks. */
  private Caller machine(ContainerRequestContext request, String key, Caller.Origin origin) {
    if (request.getHeaderString("Authorization") != null) {
      throw Problem.of(ErrorCode.NOT_SIGNED_IN, "Show a token or a key, not both.");
    }
    return keys.open(current.anyone(), key)
        .map(opened -> new Caller(opened.clinic(), opened.id(), opened.permissions(), origin))
        .orElseThrow(
            () -> {
              limits.keyWasRefused();
              return Problem.of(ErrorCode.NOT_SIGNED_IN);
            });
  }

  /** A claim of ours; a token that is signed but lacks it is nobody's. */
  private static UUID id(JsonWebToken jwt, String claim) {
    Object value = jwt.getClaim(claim);
    if (value == null) {
      throw Problem.of(ErrorCode.NOT_SIGNED_IN);
    }
    return UUID.fromString(value.toString().replace("\"", ""));
  }

  private static String idempotencyKey(ContainerRequestContext request) {
    String key = request.getHeaderString("Idempotency-Key");
    if (key != null && !KEY.matcher(key).matches()) {
      throw Problem.invalid(
          "", "idempotency_key", "An Idempotency-Key is 1 to 128 visible ASCII characters.");
    }
    return key;
  }
}
