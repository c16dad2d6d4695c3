package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.story.Api.Answer;
import org.openpriorauth.story.SignOuts.SignOut;

/** What is over at the hospital opens nothing here any more, whatever was open at that moment. */
@Tag("security")
@ExtendWith(Stack.class)
@ThoroughOnEachServer
class OverThereStory {
  @BeforeAll
  static void theHospitalIsThere() {
    Hospital.start();
  }

  @Test
  void whoWasSignedOutHereAlreadyDoesNotComeBackByAnOldToken() {
    Hospital.employ("yara", "yara@hospital.example", "pa-nurses");
    String shown = Hospital.ownToken("yara");
    Exchange.signOutHere(Exchange.opened(shown));
    assertThat(SignOuts.next(() -> Hospital.signOut("yara")).status()).isEqualTo(200);
    Exchange.tried(shown).refused("1152");
    assertThat(Exchange.status(Exchange.opened(Hospital.ownToken("yara")))).isEqualTo(200);
  }

  @Test
  void whoWasNeverHereDoesNotComeByAnOldToken() {
    Hospital.employ("yuri", "yuri@hospital.example", "pa-nurses");
    String kept = Hospital.ownToken("yuri");
    assertThat(SignOuts.next(() -> Hospital.signOut("yuri")).status()).isEqualTo(200);
    Exchange.tried(kept).refused("1152");
  }

  @Test
  void aPersonWhoseSessionHasNoNameIsOutOfAllAndNotOfTheNext() throws InterruptedException {
    Hospital.employ("zoe", "zoe@hospital.example", "pa-nurses");
    Answer first = Exchange.opened(Hospital.ownToken("zoe"));
    Answer second = Exchange.opened(Hospital.token("schedule", "zoe"));
    String kept = Hospital.token("schedule", "zoe");
    SignOut told = wholePerson("zoe");
    assertThat(Exchange.status(first)).isEqualTo(401);
    assertThat(Exchange.status(second)).isEqualTo(401);
    Exchange.tried(kept).refused("1152");

    // The provider's times are whole seconds.
    Thread.sleep(1100);
    Answer next = Exchange.opened(Hospital.token("schedule", "zoe"));
    Answer replayed =
        Api.anonymous().form("/api/v1/auth/backchannel-logout", "logout_token=" + told.token());
    assertThat(replayed.status()).isEqualTo(200);
    assertThat(Exchange.status(next)).as("a sign-on after it").isEqualTo(200);
  }

  private static SignOut wholePerson(String username) {
    Hospital.namesSessions(false);
    try {
      SignOut told = SignOuts.next(() -> Hospital.signOut(username));
      assertThat(told.status()).isEqualTo(200);
      assertThat(Tokens.claims(told.token()).has("sid")).isFalse();
      return told;
    } finally {
      Hospital.namesSessions(true);
    }
  }

  /** As by who went on in another clinic before a token arrived that was long on its way. */
  @Test
  void aNamedSessionEndsWheneverItWasOpenedHere() {
    Hospital.employ("yves", "yves@hospital.example", "pa-nurses");
    Answer opened = Exchange.opened(Hospital.ownToken("yves"));
    Rows.change(
        "update user_session set created_at = created_at + interval '90 seconds'"
            + " where user_id = cast(? as uuid)",
        user("yves@hospital.example"));
    SignOuts.next(() -> Hospital.signOut("yves"));
    assertThat(Exchange.status(opened)).isEqualTo(401);
  }

  /** The session waits to be written while the provider says that it is over. */
  @Test
  void whatOpensAtThatVeryMomentIsEndedToo() {
    Hospital.employ("rory", "rory@hospital.example", "pa-nurses");
    Exchange.opened(Hospital.ownToken("rory"));
    SignOuts.next(() -> Hospital.signOut("rory"));
    String token = Hospital.ownToken("rory");
    AtomicReference<CompletableFuture<Answer>> opening = new AtomicReference<>();
    AtomicReference<CompletableFuture<SignOut>> told = new AtomicReference<>();
    Rows.holding(
        "select 1 from app_user where id = cast(? as uuid) for no key update",
        user("rory@hospital.example"),
        () -> {
          opening.set(CompletableFuture.supplyAsync(() -> Exchange.tried(token)));
          until(() -> waiting("transactionid"));
          told.set(
              CompletableFuture.supplyAsync(() -> SignOuts.next(() -> Hospital.signOut("rory"))));
          until(() -> told.get().isDone() || waiting("advisory"));
        });
    Answer opened = opening.get().join();
    assertThat(opened.status()).isEqualTo(200);
    assertThat(told.get().join().status()).isEqualTo(200);
    assertThat(Exchange.status(opened)).isEqualTo(401);
  }

  private static void until(BooleanSupplier reached) {
    Eventually.get(Duration.ofSeconds(4), reached::getAsBoolean, yes -> yes);
  }

  private static boolean waiting(String what) {
    return Rows.count(
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                + " and wait_event = ?",
            what)
        > 0;
  }

  private static String user(String email) {
    return Rows.texts("select id from app_user where email = ?", email).get(0);
  }
}
