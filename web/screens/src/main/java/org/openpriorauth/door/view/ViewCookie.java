package org.openpriorauth.door.view;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.openpriorauth.network.Protection;

/**
 * The cookie of the server's own, by which Faces finds a page's files: by TLS only, where everybody
 * comes so. Where some do, the server sees to each: Payara by itself, WildFly for {@code
 * undertow-handlers.conf} says so.
 */
@WebListener
public class ViewCookie implements ServletContextListener {
  @Inject Protection protection;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    if (protection.secure(false)) {
      event.getServletContext().getSessionCookieConfig().setSecure(true);
    }
  }
}
