package org.openpriorauth.container.outside;

import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.as.arquillian.container.CommonContainerConfiguration;
import org.jboss.as.arquillian.container.CommonDeployableContainer;
import org.jboss.shrinkwrap.api.Archive;

/**
 * A WildFly that somebody else starts and stops, deployed to once: every test class brings the same
 * EAR, and deploying it takes longer than all tests.
 */
public final class RunningWildFly extends CommonDeployableContainer<CommonContainerConfiguration> {
  private ProtocolMetaData deployed;
  private DeploymentException refused;

  @Override
  public Class<CommonContainerConfiguration> getConfigurationClass() {
    return CommonContainerConfiguration.class;
  }

  @Override
  protected void startInternal() {
    // Server has.
  }

  @Override
  protected void stopInternal(Integer timeout) {
    // Server will.
  }

  @Override
  public ProtocolMetaData deploy(Archive<?> ear) throws DeploymentException {
    if (refused != null) {
      throw refused;
    }
    if (deployed == null) {
      try {
        deployed = super.deploy(ear);
      } catch (DeploymentException e) {
        refused = e;
        throw e;
      }
    }
    return deployed;
  }

  @Override
  public void undeploy(Archive<?> ear) {
    // The next class needs it.
  }
}
