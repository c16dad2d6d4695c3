package org.openpriorauth.chart.s3;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.openpriorauth.chart.StoreFailure;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.outward.Outward;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The bucket behind the store; before its first use it is asked whether it keeps versions. */
final class Bucket implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Bucket.class.getName());

  /** A caller who may not ask, or a service that does not know the question. */
  private static final Set<String> NOT_TOLD = Set.of("AccessDenied", "NotImplemented");

  private final S3Settings settings;
  private final S3Client client;
  private final AtomicBoolean met = new AtomicBoolean();

  Bucket(S3Settings settings, Outward outward) {
    this.settings = settings;
    this.client = S3Connection.to(settings, outward);
  }

  S3Settings settings() {
    return settings;
  }

  /**
   * @param otherwise what was not done, should it fail: no call is given up in silence
   * @throws Problem DOCUMENT_STORE_AWAY
   */
  <T> T ask(String otherwise, Function<S3Client, T> question) {
    try {
      if (!met.get()) {
        meet();
      }
      return question.apply(client);
    } catch (SdkException e) {
      throw StoreFailure.of(otherwise + ", bucket " + settings.bucket(), e);
    }
  }

  /** Holds no lock: a service that hangs would have everybody wait in one row. */
  private void meet() {
    String versions = versions();
    boolean kept = versions.equals(BucketVersioningStatus.ENABLED.toString());
    if (!kept && settings.requireVersioning()) {
      throw StoreFailure.of(
          S3Settings.AREA + "require-versioning refuses bucket " + settings.bucket(),
          new IllegalStateException("Its versioning is " + versions + "."));
    }
    if (met.compareAndSet(false, true)) {
      LOG.log(
          kept ? Level.INFO : Level.WARNING,
          "documents: versioning of bucket {0} is {1}{2}",
          settings.bucket(),
          versions,
          kept ? "" : "; without versions, what is replaced or removed there is gone at once");
    }
  }

  private String versions() {
    try {
      BucketVersioningStatus status =
          client.getBucketVersioning(which -> which.bucket(settings.bucket())).status();
      return status == null ? "off" : status.toString();
    } catch (S3Exception e) {
      if (e.awsErrorDetails() != null && NOT_TOLD.contains(e.awsErrorDetails().errorCode())) {
        return "not told (" + e.awsErrorDetails().errorCode() + ")";
      }
      throw e;
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
