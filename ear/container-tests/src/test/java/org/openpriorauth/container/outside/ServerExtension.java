package org.openpriorauth.container.outside;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.as.arquillian.container.managed.ManagedDeployableContainer;

/** Has the server of these tests started and stopped with Arquillian itself. */
public final class ServerExtension implements LoadableExtension {
  @Override
  public void register(ExtensionBuilder builder) {
    builder
        .observer(Server.class)
        .override(
            DeployableContainer.class, ManagedDeployableContainer.class, RunningWildFly.class);
  }
}
