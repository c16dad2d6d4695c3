package org.openpriorauth.container.outside;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The EAR as it is shipped, and beside its modules one more: the tests. */
public final class TestedEar {
  private static final String DESCRIPTOR = "META-INF/application.xml";

  private TestedEar() {}

  public static EnterpriseArchive with(Package tests) {
    EnterpriseArchive ear =
        ShrinkWrap.create(ZipImporter.class, "openpriorauth.ear")
            .importFrom(Path.of(System.getProperty("openpriorauth.ear")).toFile())
            .as(EnterpriseArchive.class);
    WebArchive war =
        ShrinkWrap.create(WebArchive.class, "tests.war")
            .addPackage(tests)
            .addAsWebInfResource(TestedEar.class.getResource("/probe-jms.xml"), "probe-jms.xml")
            .addAsWebInfResource(new StringAsset(BEANS), "beans.xml")
            .addAsLibrary(assertions());
    String modules = text(ear.get(DESCRIPTOR).getAsset().openStream());
    ear.setApplicationXML(
        new StringAsset(modules.replace("<library-directory>", MODULE + "<library-directory>")));
    return ear.addAsModule(Testable.archiveToTest(war));
  }

  private static final String MODULE =
      "<module><web><web-uri>tests.war</web-uri><context-root>/tests</context-root></web></module>";

  private static final String BEANS =
      "<beans xmlns='https://jakarta.ee/xml/ns/jakartaee' version='4.0'"
          + " bean-discovery-mode='annotated'/>";

  private static JavaArchive assertions() {
    String jar = Assertions.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return ShrinkWrap.createFromZipFile(JavaArchive.class, Path.of(jar).toFile());
  }

  private static String text(InputStream in) {
    try (in) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
