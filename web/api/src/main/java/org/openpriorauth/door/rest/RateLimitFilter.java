package org.openpriorauth.door.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.network.CallerAddresses;
import org.openpriorauth.network.Limit;
import org.openpriorauth.network.RateLimits;
import org.openpriorauth.network.RateLimits.Standing;

/**
 * Refuses whoever calls too often, before anything asks the database: by the user that the verified
 * token names, without a token by address. Every counted answer says where its caller stands
 * (draft-ietf-httpapi-ratelimit-headers). Where only refusals count, what is taken does not.
 */
@Provider
@Priority(Priorities.AUTHENTICATION - 100)
@ApplicationScoped
public class RateLimitFilter implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String STANDINGS = "openpriorauth.rate-limits";
  private static final String IF_REFUSED = "openpriorauth.counted-if-refused";

  @Inject RateLimits limits;
  @Inject CallerAddresses addresses;
  @Inject CallersAddress address;
  @Inject Instance<JsonWebToken> token;
  @Inject HttpServletRequest servlet;
  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    List<Standing> standings = count();
    servlet.setAttribute(STANDINGS, standings);
    standings.stream()
        .filter(Standing::refused)
        .mapToLong(Standing::waitSeconds)
        .max()
        .ifPresent(wait -> request.abortWith(refusal(wait)));
  }

  /** A door without a token counts by itself; one with a token also counts for its user. */
  private List<Standing> count() {
    Optional<Limit> own = annotation(Limited.class).map(Limited::value);
    String door =
        resource.getResourceClass().getName() + "." + resource.getResourceMethod().getName();
    List<Standing> standings = new ArrayList<>();
    if (annotation(Anonymous.class).isPresent()) {
      String who = addresses.counted(address.get()) + " " + door;
      if (annotation(Limited.class).filter(Limited::refusalsOnly).isPresent()) {
        limits.spent(own.get(), who).ifPresent(standings::add);
        servlet.setAttribute(IF_REFUSED, who);
        return standings;
      }
      limits.count(own.orElse(Limit.OPEN), who).ifPresent(standings::add);
      return standings;
    }
    limits.spent(Limit.OPEN, refusedKeys()).ifPresent(standings::add);
    String who = caller();
    limits.count(Limit.CALLS, who).ifPresent(standings::add);
    own.flatMap(limit -> limits.count(limit, who + " " + door)).ifPresent(standings::add);
    return standings;
  }

  /** By the key or the user, so that neighbours at one address do not stand in each other's way. */
  private String caller() {
    String key = servlet.getHeader(CallerFilter.API_KEY);
    if (key != null) {
      return "key " + Integer.toHexString(key.hashCode()) + " " + addresses.counted(address.get());
    }
    JsonWebToken jwt = token.get();
    return jwt.getRawToken() == null
        ? addresses.counted(address.get())
        : "user " + jwt.getSubject();
  }

  /** A key that opens nothing is a guess, and guesses count by address. */
  void keyWasRefused() {
    limits.count(Limit.OPEN, refusedKeys());
  }

  private String refusedKeys() {
    return addresses.counted(address.get()) + " keys";
  }

  private Response refusal(long wait) {
    Problem problem =
        Problem.of(
            ErrorCode.TOO_MANY_CALLS,
            "Nothing was done. Call again in " + (wait == 1 ? "a second." : wait + " seconds."));
    Response refusal = ProblemJson.response(problem, RequestIds.of(servlet));
    refusal.getHeaders().putSingle("Retry-After", wait);
    return refusal;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    countIfRefused(response.getStatusInfo());
    if (servlet.getAttribute(STANDINGS) instanceof List<?> list && !list.isEmpty()) {
      List<Standing> standings = list.stream().map(Standing.class::cast).toList();
      response
          .getHeaders()
          .putSingle(
              "RateLimit-Policy",
              standings.stream()
                  .map(
                      s ->
                          "\"%s\";q=%d;w=%d"
                              .formatted(s.limit().word(), s.quota(), s.windowSeconds()))
                  .collect(Collectors.joining(", ")));
      response
          .getHeaders()
          .putSingle(
              "RateLimit",
              standings.stream()
                  .map(
                      s ->
                          "\"%s\";r=%d;t=%d".formatted(s.limit().word(), s.left(), s.fullSeconds()))
                  .collect(Collectors.joining(", ")));
    }
  }

  private void countIfRefused(Response.StatusType status) {
    if (servlet.getAttribute(IF_REFUSED) instanceof String who
        && status.getFamily() == Response.Status.Family.CLIENT_ERROR
        && status.getStatusCode() != Response.Status.TOO_MANY_REQUESTS.getStatusCode()) {
      annotation(Limited.class).ifPresent(limited -> limits.count(limited.value(), who));
    }
  }

  private <A extends Annotation> Optional<A> annotation(Class<A> type) {
    A own = resource.getResourceMethod().getAnnotation(type);
    return Optional.ofNullable(own == null ? resource.getResourceClass().getAnnotation(type) : own);
  }
}
