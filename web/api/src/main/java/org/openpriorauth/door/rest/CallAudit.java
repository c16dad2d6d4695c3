package org.openpriorauth.door.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openpriorauth.audit.CallTrail;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;

/**
 * Has each call of a signed-in program written down: the address as its template, the names of its
 * parameters and the status, and never a value.
 */
@Provider
@ApplicationScoped
public class CallAudit implements ContainerResponseFilter {
  private static final Logger LOG = System.getLogger(CallAudit.class.getName());

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,60}");
  private static final int MOST_NAMES = 20;

  @Inject CurrentCaller current;
  @Inject CallTrail trail;
  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Optional<Caller> caller = current.known();
    if (caller.isEmpty() || resource.getResourceMethod() == null) {
      return;
    }
    Map<String, Object> detail =
        Map.of("status", response.getStatus(), "parameters", names(request));
    String outcome = response.getStatus() == Status.FORBIDDEN.getStatusCode() ? "refused" : "done";
    String door = request.getMethod() + " " + template();
    try {
      trail.append(new Audited(caller.get(), "api.call", door, null, detail), outcome);
    } catch (RuntimeException e) {
      // What it did is written with the deed; the caller has an answer already.
      LOG.log(
          Level.ERROR,
          "a call was not written down requestId=" + caller.get().origin().requestId(),
          e);
    }
  }

  /** A name that no door has may be anything, and some of that no database takes. */
  private static Set<String> names(ContainerRequestContext request) {
    return request.getUriInfo().getQueryParameters().keySet().stream()
        .map(name -> NAME.matcher(name).matches() ? name : "?")
        .sorted()
        .limit(MOST_NAMES)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String template() {
    // A server may hand out a proxy's class, which has no annotation of its own.
    String root =
        Stream.<Class<?>>iterate(
                resource.getResourceClass(), Objects::nonNull, Class::getSuperclass)
            .filter(c -> c.isAnnotationPresent(Path.class))
            .map(c -> c.getAnnotation(Path.class).value())
            .findFirst()
            .orElse("");
    Path own = resource.getResourceMethod().getAnnotation(Path.class);
    return own == null ? root : root + "/" + own.value();
  }
}
