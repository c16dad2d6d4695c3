package org.openpriorauth.launcher;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * {@code mvn -Pdemo}: the whole system on this machine, until Ctrl-C. With {@code -Ddemo.once} it
 * exits when its main job is done; {@code -Ddemo.port.offset} moves the server's other ports, for a
 * second one beside it.
 */
public final class Demo {
  private Demo() {}

  public static void main(String[] arguments) throws InterruptedException {
    Console console = new Console(System.out);
    Settings settings = settings();
    console.say("");
    console.say("OpenPriorAuth: the whole system on this machine");
    RunningSystem system = RunningSystem.start(settings, console);
    console.say("");
    new MainJob(system, console).run();
    console.say("");
    console.say("  Screens   " + settings.address() + "/app/");
    console.say("  REST      " + settings.address() + "/api/v1  (described at /openapi)");
    console.say("  Payer     http://127.0.0.1:" + settings.simulatorPort() + "/");
    console.say("  Mail      what is sent lies in " + system.mailbox().directory());
    console.say("  Health    " + settings.address() + "/health");
    console.say("  People    " + DemoClinic.CEDAR_HOLLOW.name());
    for (DemoClinic.Person person : DemoClinic.CEDAR_HOLLOW.people()) {
      console.say("            %-12s %s".formatted(person.username(), person.role()));
    }
    for (DemoClinic.Person person : DemoClinic.INSTALLATION.people()) {
      console.say(
          "            %-12s %s, of the installation".formatted(person.username(), person.role()));
    }
    console.say("  Password  " + system.secrets().password("people"));
    Authenticator ada = system.secrets().authenticator("ada");
    if (ada.set()) {
      console.say(
          "  Codes     ada is asked for one: put " + ada.secret() + " into an authenticator");
    }
    if (once()) {
      system.close();
      return;
    }
    console.say("");
    console.say("Ctrl-C stops everything; the data stays in .run/demo.");
    new CountDownLatch(1).await();
  }

  private static Settings settings() {
    Path root = Path.of(System.getProperty("openpriorauth.root")).toAbsolutePath();
    return new Settings(
        root,
        root.resolve(".run/demo"),
        Path.of(System.getProperty("openpriorauth.ear")),
        Path.of(System.getProperty("openpriorauth.server.zip")),
        Path.of(System.getProperty("openpriorauth.driver")),
        Path.of(System.getProperty("openpriorauth.simulator")),
        Integer.getInteger("demo.port", 8080),
        Integer.getInteger("demo.port.offset", 0),
        Integer.getInteger("demo.db.port", 54329),
        Integer.getInteger("demo.simulator.port", 8090),
        null,
        Map.of());
  }

  private static boolean once() {
    String once = System.getProperty("demo.once");
    return once != null && !once.equals("false");
  }
}
