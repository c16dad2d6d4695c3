package org.openpriorauth.door.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.openpriorauth.network.CallerAddresses;

/** Where the call of the moment comes from, as its headers and the site's proxies tell. */
@ApplicationScoped
public class CallersAddress {
  @Inject CallerAddresses addresses;
  @Inject HttpServletRequest servlet;

  public String get() {
    return addresses.of(
        servlet.getRemoteAddr(), name -> Collections.list(servlet.getHeaders(name)));
  }
}
