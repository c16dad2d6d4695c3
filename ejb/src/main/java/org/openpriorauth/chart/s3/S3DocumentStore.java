package org.openpriorauth.chart.s3;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.openpriorauth.chart.ContentName;
import org.openpriorauth.chart.DocumentStore;
import org.openpriorauth.chart.StoreName;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.outward.Outward;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Documents as objects of one bucket, in AWS S3, MinIO or another service that speaks S3. The
 * service checks a content against our hash before it acknowledges it, and what it hands back is
 * checked against the hash that it kept.
 */
@ApplicationScoped
@StoreName("s3")
public class S3DocumentStore implements DocumentStore {
  private static final String MEDIA_TYPE = "application/octet-stream";

  /** What a service hands out at once. */
  private static final int LONGEST_PAGE = 1000;

  /** There is one already, or somebody else is storing one at this moment. */
  private static final Set<Integer> TAKEN = Set.of(412, 409);

  @Inject Config config;
  @Inject Outward outward;

  volatile Bucket bucket;

  @Override
  public void open() {
    bucket();
  }

  private Bucket bucket() {
    if (bucket == null) {
      synchronized (this) {
        if (bucket == null) {
          bucket =
              new Bucket(
                  S3Settings.of(name -> config.getOptionalValue(name, String.class)), outward);
        }
      }
    }
    return bucket;
  }

  @PreDestroy
  void close() {
    if (bucket != null) {
      bucket.close();
    }
  }

  @Override
  public void put(ClinicId clinic, UUID document, byte[] sealed) {
    String key = key(clinic, document);
    PutObjectRequest order = order(key, sealed).build();
    bucket().ask("not stored " + key, s3 -> s3.putObject(order, body(sealed)));
  }

  @Override
  public boolean putIfAbsent(ClinicId clinic, UUID document, byte[] sealed) {
    String key = key(clinic, document);
    PutObjectRequest order = order(key, sealed).ifNoneMatch("*").build();
    return bucket().ask("not stored " + key, s3 -> stored(s3, order, sealed));
  }

  private static boolean stored(S3Client s3, PutObjectRequest order, byte[] sealed) {
    try {
      s3.putObject(order, body(sealed));
      return true;
    } catch (S3Exception e) {
      if (TAKEN.contains(e.statusCode())) {
        return false;
      }
      throw e;
    }
  }

  private PutObjectRequest.Builder order(String key, byte[] sealed) {
    S3Settings settings = bucket().settings();
    PutObjectRequest.Builder order =
        PutObjectRequest.builder()
            .bucket(settings.bucket())
            .key(key)
            .contentType(MEDIA_TYPE)
            .checksumSHA256(Base64.getEncoder().encodeToString(sha256(sealed)));
    settings.encryption().ifPresent(order::serverSideEncryption);
    settings.kmsKey().ifPresent(order::ssekmsKeyId);
    return order;
  }

  /** Read anew for each attempt, and never copied. */
  private static RequestBody body(byte[] sealed) {
    return RequestBody.fromContentProvider(
        () -> new ByteArrayInputStream(sealed), sealed.length, MEDIA_TYPE);
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Optional<byte[]> find(ClinicId clinic, UUID document) {
    String key = key(clinic, document);
    GetObjectRequest wish =
        GetObjectRequest.builder()
            .bucket(bucket().settings().bucket())
            .key(key)
            // Without it the library takes what comes.
            .checksumMode(ChecksumMode.ENABLED)
            .build();
    return bucket().ask("not read " + key, s3 -> found(s3, wish));
  }

  private static Optional<byte[]> found(S3Client s3, GetObjectRequest wish) {
    try {
      return Optional.of(s3.getObject(wish, ResponseTransformer.toBytes()).asByteArrayUnsafe());
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  @Override
  public void remove(ClinicId clinic, UUID document) {
    String key = key(clinic, document);
    String name = bucket().settings().bucket();
    bucket().ask("not removed " + key, s3 -> s3.deleteObject(which -> which.bucket(name).key(key)));
  }

  @Override
  public List<UUID> ids(ClinicId clinic, UUID after, int limit) {
    String home = bucket().settings().prefix() + clinic + "/";
    ListObjectsV2Request.Builder wish =
        ListObjectsV2Request.builder()
            .bucket(bucket().settings().bucket())
            .prefix(home)
            .startAfter(after == null ? null : key(clinic, after));
    List<UUID> ids = new ArrayList<>();
    boolean more = true;
    while (more && ids.size() < limit) {
      wish.maxKeys(Math.min(limit - ids.size(), LONGEST_PAGE));
      ListObjectsV2Response page =
          bucket().ask("not listed " + home, s3 -> s3.listObjectsV2(wish.build()));
      page.contents().stream()
          .map(S3Object::key)
          .flatMap(key -> ContentName.id(key.substring(home.length())).stream())
          .forEach(ids::add);
      more = Boolean.TRUE.equals(page.isTruncated());
      wish.continuationToken(page.nextContinuationToken());
    }
    return ids;
  }

  private String key(ClinicId clinic, UUID document) {
    return bucket().settings().prefix() + ContentName.of(clinic, document);
  }
}
