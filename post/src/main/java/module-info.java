/// Mail out of the house by SMTP, into it by IMAP, and across the airlock.
module fr.bastide.post {
  requires transitive fr.bastide.airlock;
  requires transitive fr.bastide.loop;
  requires static transitive org.jspecify;
  requires fr.bastide.document;
  requires jakarta.mail;
  requires org.eclipse.angus.mail;
  requires subethasmtp;

  exports fr.bastide.post;
  exports fr.bastide.post.crossing;
}
