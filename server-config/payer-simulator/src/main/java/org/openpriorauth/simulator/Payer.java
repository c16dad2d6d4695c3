package org.openpriorauth.simulator;

import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.openpriorauth.simulator.control.Scripts;
import org.openpriorauth.simulator.desk.Books;
import org.openpriorauth.simulator.desk.ReviewDesk;
import org.openpriorauth.simulator.desk.Settings;
import org.openpriorauth.simulator.door.Doors;
import org.openpriorauth.simulator.ledger.Journal;
import org.openpriorauth.simulator.ledger.Log;
import org.openpriorauth.simulator.subscription.Courier;

/** A running simulator: books, desk, courier and doors on one port of 127.0.0.1. */
public final class Payer implements Closeable {
  private static final int THREADS = 64;
  private static final int WAITING = 1024;
  private static final long TICK_MS = 50;

  private final Books books;
  private final HttpServer server;
  private final ThreadPoolExecutor workers;
  private final ScheduledExecutorService ticks;

  private Payer(Books books, HttpServer server) {
    this.books = books;
    this.server = server;
    this.workers =
        new ThreadPoolExecutor(
            THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING));
    this.workers.allowCoreThreadTimeOut(true);
    this.ticks = Executors.newSingleThreadScheduledExecutor();
  }

  /**
   * Starts a simulator.
   *
   * @throws java.net.BindException when the port is in use
   * @throws Journal.Unusable when the ledger is held by another process or damaged
   */
  public static Payer start(Settings settings) throws IOException, Journal.Unusable {
    // Without it each small answer waits 40 ms for the caller's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxReqTime", "60");
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port());
    HttpServer server = HttpServer.create(address, 0);
    Books books;
    try {
      books = Books.open(settings.ledger());
    } catch (IOException | Journal.Unusable e) {
      server.stop(0);
      throw e;
    }
    Payer payer = new Payer(books, server);
    payer.open(settings);
    return payer;
  }

  private void open(Settings settings) {
    Clock clock = Clock.systemUTC();
    String base = address() + "/fhir";
    Scripts scripts = new Scripts();
    ReviewDesk desk = new ReviewDesk(books, scripts, settings, clock, base);
    Courier courier =
        new Courier(books.journal(), books.ledger(), books.subscriptions(), base, clock);
    server.createContext("/", new Doors(books, clock).open(desk, scripts, settings, base));
    server.setExecutor(workers);
    server.start();
    Future<?> unused =
        ticks.scheduleWithFixedDelay(
            () -> tick(desk, courier), TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
  }

  private static void tick(ReviewDesk desk, Courier courier) {
    try {
      desk.decideDue();
      courier.tick();
    } catch (IOException | RuntimeException e) {
      // The next tick tries again; an exception here would end all ticks.
      Log.say("tick failed kind={0}", e.getClass().getSimpleName());
    }
  }

  /** Where it listens, e.g. {@code http://127.0.0.1:8090}. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() throws IOException {
    ticks.shutdown();
    server.stop(0);
    // First the books, under their lock: an interrupt would close the file in the midst of a line.
    books.close();
    ticks.shutdownNow();
    workers.shutdownNow();
  }
}
