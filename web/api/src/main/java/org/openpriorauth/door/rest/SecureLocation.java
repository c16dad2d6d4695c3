package org.openpriorauth.door.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import org.openpriorauth.network.Protection;

/**
 * Behind a proxy that ends TLS the server believes that it was asked without. Whoever follows an
 * answer's address must not be led there: programs send their token along, and their document.
 */
@Provider
@ApplicationScoped
public class SecureLocation implements ContainerResponseFilter {
  private static final int HTTP = 80;

  @Inject Protection protection;
  @Inject HttpServletRequest servlet;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    URI location = response.getLocation();
    if (location != null
        && "http".equals(location.getScheme())
        && protection.secure(servlet.isSecure())) {
      int port = location.getPort() == HTTP ? -1 : location.getPort();
      response
          .getHeaders()
          .putSingle(
              HttpHeaders.LOCATION,
              UriBuilder.fromUri(location).scheme("https").port(port).build());
    }
  }
}
