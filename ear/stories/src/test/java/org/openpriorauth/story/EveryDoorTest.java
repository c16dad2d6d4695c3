package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No door is forgotten: what the stories walk is what the product opens. */
@Tag("security")
class EveryDoorTest {
  private static final java.nio.file.Path ROOT =
      java.nio.file.Path.of(System.getProperty("openpriorauth.root"));

  /** Shown to anybody: they tell nothing. */
  private static final List<String> OPEN =
      List.of(
          "sign-in.xhtml",
          "sign-on",
          "sign-on-back",
          "invitation.xhtml",
          "password.xhtml",
          "register.xhtml",
          "error.html");

  private static final String ANONYMOUS = "org.openpriorauth.door.rest.Anonymous";

  /** A door as its annotations have it. */
  private record Opened(String door, boolean anonymous) {}

  @Test
  void everyRestDoorIsWalked() {
    assertThat(opened().map(Opened::door))
        .containsExactlyInAnyOrderElementsOf(
            Door.ALL.stream().map(Object::toString).map(EveryDoorTest::plain).toList());
  }

  @Test
  void noDoorIsOpenThatIsNotSaidToBe() {
    assertThat(opened().filter(Opened::anonymous).map(Opened::door))
        .containsExactlyInAnyOrderElementsOf(
            Door.ALL.stream()
                .filter(d -> d.open() || d.walk().equals("secret"))
                .map(Object::toString)
                .map(EveryDoorTest::plain)
                .toList());
  }

  @Test
  void everyDoorWithAClinicsIdNamesWhatAnotherClinicMeets() {
    List<String> ofNoClinic =
        List.of(
            "{job}", "{execution}", "{channel}", "{clinic}", "{system}", "{example}", "{prompt}");
    assertThat(Door.ALL)
        .filteredOn(d -> d.path().contains("{"))
        .filteredOn(d -> ofNoClinic.stream().noneMatch(d.path()::contains))
        .allMatch(Door::foreign);
  }

  @Test
  void everyAddressOfTheScreensIsWalked() throws IOException {
    Stream<String> servlets =
        product("web/screens").stream()
            .flatMap(c -> c.tryGetAnnotationOfType(WebServlet.class).stream())
            .flatMap(s -> Stream.concat(Stream.of(s.value()), Stream.of(s.urlPatterns())))
            .map(pattern -> pattern.substring(1));
    try (Stream<java.nio.file.Path> files =
        Files.list(ROOT.resolve("web/screens/src/main/webapp"))) {
      Stream<String> pages =
          files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".xhtml"));
      assertThat(
              Stream.concat(ScreenDeeds.SHOWING.stream(), ScreenDeeds.TAKING.stream())
                  .map(place -> place.replaceAll("\\?.*", ""))
                  .filter(place -> !place.isEmpty())
                  .collect(Collectors.toSet()))
          .isEqualTo(
              Stream.concat(servlets, pages)
                  .filter(place -> !OPEN.contains(place))
                  .collect(Collectors.toSet()));
    }
  }

  private static Stream<Opened> opened() {
    return product("web/api").stream()
        .filter(c -> c.isAnnotatedWith(Path.class))
        .flatMap(c -> c.getMethods().stream())
        .flatMap(EveryDoorTest::opened)
        // One door may take more than one kind of body.
        .distinct();
  }

  private static Stream<Opened> opened(JavaMethod method) {
    JavaClass resource = method.getOwner();
    String inside = path(method);
    String place = path(resource) + (inside.isEmpty() ? "" : "/" + inside);
    boolean anonymous = resource.isAnnotatedWith(ANONYMOUS) || method.isAnnotatedWith(ANONYMOUS);
    return method.getAnnotations().stream()
        .map(JavaAnnotation::getRawType)
        .filter(a -> a.isAnnotatedWith(HttpMethod.class))
        .map(verb -> new Opened(plain(verb.getSimpleName() + " " + place), anonymous));
  }

  private static String path(HasAnnotations<?> of) {
    return of.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
  }

  /** The names of ids are the stories' own. */
  private static String plain(String door) {
    return door.replaceAll("\\{[^}]+}", "{}");
  }

  private static JavaClasses product(String module) {
    return new ClassFileImporter().importPath(ROOT.resolve(module).resolve("target/classes"));
  }
}
