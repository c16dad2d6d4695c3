-- While a request is ours its order may lose a line.
grant delete on prior_authorization_item to openpriorauth_app;
