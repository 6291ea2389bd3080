#pragma once

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/rand.h>
#include <openssl/x509.h>

// What Swift cannot import from OpenSSL. Each wrapper says why it is here.

/// Sets up `context` for HMAC over the named digest, without a key.
/// Here because OSSL_PARAM arrays hold pointers to their values, which must stay valid during the call: in C they do.
static inline int shim_hmac_configure(EVP_MAC_CTX *context, const char *digest) {
    OSSL_PARAM parameters[2] = {
        OSSL_PARAM_construct_utf8_string("digest", (char *)digest, 0),
        OSSL_PARAM_construct_end(),
    };
    return EVP_MAC_CTX_set_params(context, parameters);
}

/// Gives the authentication tag that belongs to the ciphertext about to be opened; OpenSSL only reads it.
/// Here because EVP_CTRL_AEAD_SET_TAG is a macro and the C interface takes the tag without `const`.
static inline int shim_gcm_set_tag(EVP_CIPHER_CTX *context, int length, const void *tag) {
    return EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, length, (void *)tag);
}

/// Reads the authentication tag of what was just sealed.
/// Here because EVP_CTRL_AEAD_GET_TAG is a macro.
static inline int shim_gcm_get_tag(EVP_CIPHER_CTX *context, int length, void *tag) {
    return EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, length, tag);
}
