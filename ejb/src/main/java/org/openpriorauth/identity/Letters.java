package org.openpriorauth.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.identity.model.Invitation;
import org.openpriorauth.identity.model.User;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.notification.Mail;
import org.openpriorauth.notification.Mails;

/**
 * What people are told by mail about their account. A link's secret stands behind the hash sign:
 * browsers keep that part to themselves, so it is in no server's and no proxy's log.
 */
@ApplicationScoped
class Letters {
  @Inject Mails mails;

  @Inject
  @ConfigProperty(name = "openpriorauth.public-url")
  Optional<String> publicUrl;

  /** Whether mails go out, with links in them. */
  boolean ready() {
    return mails.ready() && publicUrl.isPresent();
  }

  /**
   * @throws Problem MAIL_OFF where no mail goes out, or no link can be written
   */
  void require() {
    mails.require();
    if (publicUrl.isEmpty()) {
      throw Problem.of(
          ErrorCode.MAIL_OFF, "Ask who runs this server for openpriorauth.public-url.");
    }
  }

  Mail invitation(Invitation.Terms terms, String clinic, String inviter, String secret, long days) {
    String message =
        terms.message() == null || terms.message().isBlank()
            ? ""
            : "\n%s writes:\n\n    %s\n".formatted(inviter, terms.message().strip());
    return new Mail(
        "invitation",
        terms.email(),
        "Your invitation to " + clinic,
        """
        %s invites you to work in OpenPriorAuth for %s.
        %s
        Open this page to accept, within %d days:

        %s

        If you do not know what this is about, do nothing: nothing happens without you.
        """
            .formatted(inviter, clinic, message, days, link("invitation.xhtml", secret)));
  }

  Mail reset(User user, String secret, long minutes) {
    return new Mail(
        "password_reset",
        user.email(),
        "A new password for OpenPriorAuth",
        """
        %s,

        somebody, probably you, asked for a new password. Open this page to choose one, within %d minutes:

        %s

        If it was not you, do nothing: the password stays as it is.
        """
            .formatted(user.fullName(), minutes, link("password.xhtml", secret)));
  }

  Mail signedOn(User user) {
    return new Mail(
        "signed_on",
        user.email(),
        "Your hospital signs you on",
        """
        %s,

        your OpenPriorAuth account was just opened by your hospital's own sign-on. From now on nothing else opens it: \
        its password counts no more, and wherever you were signed in you are no more.

        If it was not you, tell your administrator at once.
        """
            .formatted(user.fullName()));
  }

  Mail passwordChanged(User user) {
    return new Mail(
        "password_changed",
        user.email(),
        "Your password was changed",
        """
        %s,

        the password of your OpenPriorAuth account was just changed, and wherever you were signed in you are no more.

        If it was not you, tell your administrator at once.
        """
            .formatted(user.fullName()));
  }

  /** After the person changed it, who stays signed in where that was done. */
  Mail passwordReplaced(User user) {
    return new Mail(
        "password_changed",
        user.email(),
        "Your password was changed",
        """
        %s,

        the password of your OpenPriorAuth account was just changed by somebody who knew the old one, \
        and your other sessions were ended.

        If it was not you, tell your administrator at once.
        """
            .formatted(user.fullName()));
  }

  /**
   * @param what was done, as the rest of a sentence that begins with "the second factor … was"
   */
  Mail factorChanged(User user, String what) {
    return new Mail(
        "factor_changed",
        user.email(),
        "Your second factor was " + what,
        """
        %s,

        the second factor of your OpenPriorAuth account was just %s.

        If you know nothing of it, tell your administrator at once.
        """
            .formatted(user.fullName(), what));
  }

  private String link(String page, String secret) {
    return publicUrl.orElseThrow() + "/app/" + page + "#" + secret;
  }
}
