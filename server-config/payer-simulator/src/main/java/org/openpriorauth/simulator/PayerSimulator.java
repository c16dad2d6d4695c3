package org.openpriorauth.simulator;

import java.io.IOException;
import java.net.BindException;
import org.openpriorauth.simulator.desk.Settings;
import org.openpriorauth.simulator.ledger.Journal;

/** The process: reads its command line, says one line when it is ready, stops on SIGTERM. */
public final class PayerSimulator {
  private PayerSimulator() {}

  public static void main(String[] arguments) {
    Settings settings;
    try {
      settings = Settings.of(arguments);
    } catch (IllegalArgumentException e) {
      stop(e.getMessage());
      return;
    }
    try {
      Payer payer = Payer.start(settings);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(payer)));
      System.out.println("payer simulator ready on " + payer.address());
    } catch (BindException e) {
      stop("Port " + settings.port() + " of 127.0.0.1 is in use; choose another with --port.");
    } catch (Journal.Unusable e) {
      stop(e.getMessage());
    } catch (IOException e) {
      stop("The ledger directory " + settings.ledger() + " cannot be used.");
    }
  }

  private static void close(Payer payer) {
    try {
      payer.close();
    } catch (IOException e) {
      System.err.println("The ledger could not be closed.");
    }
  }

  private static void stop(String sentence) {
    System.err.println(sentence);
    System.exit(2);
  }
}
