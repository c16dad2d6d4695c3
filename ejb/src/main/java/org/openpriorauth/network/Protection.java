package org.openpriorauth.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every answer tells a browser to do for its person's sake, and whether the way is sealed. */
@ApplicationScoped
public class Protection {
  private static final Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()");

  private static final String HSTS = "Strict-Transport-Security";
  private static final String YEAR = "max-age=31536000";

  @Inject
  @ConfigProperty(name = "openpriorauth.behind.tls")
  boolean behindTls;

  /** Whether browsers reach us by TLS: here, or at a proxy that the site says stands before us. */
  public boolean secure(boolean connection) {
    return connection || behindTls;
  }

  /**
   * What a cookie is called. By TLS its name forbids that anything else sets one (RFC 6265bis,
   * 4.1.3.1).
   */
  public String cookie(String name, boolean connection) {
    return secure(connection) ? "__Secure-" + name : name;
  }

  /**
   * The headers by name. Only what came by TLS says that there is nothing else for a year (RFC
   * 6797): anywhere else it would be ignored, or would lock people out of a trial.
   */
  public Map<String, String> headers(boolean connection) {
    Map<String, String> headers = new LinkedHashMap<>(ALWAYS);
    if (secure(connection)) {
      headers.put(HSTS, YEAR);
    }
    return headers;
  }
}
