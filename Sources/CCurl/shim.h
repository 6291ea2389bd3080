#pragma once

#include <curl/curl.h>

// What Swift cannot import from libcurl: its option and info functions are variadic. One wrapper for each kind of
// argument that is used, so that a value of the wrong kind does not compile.

/// Options that take a `long`: numbers, switches, bit masks.
static inline CURLcode shim_easy_set_long(CURL *easy, CURLoption option, long value) {
    return curl_easy_setopt(easy, option, value);
}

/// Options that take a `curl_off_t`: 64-bit sizes.
static inline CURLcode shim_easy_set_size(CURL *easy, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(easy, option, value);
}

/// Options that take a C string, which libcurl copies.
static inline CURLcode shim_easy_set_string(CURL *easy, CURLoption option, const char *value) {
    return curl_easy_setopt(easy, option, value);
}

/// Options that take a pointer which libcurl keeps: user data, buffers, lists.
static inline CURLcode shim_easy_set_pointer(CURL *easy, CURLoption option, void *value) {
    return curl_easy_setopt(easy, option, value);
}

/// CURLOPT_WRITEFUNCTION and CURLOPT_HEADERFUNCTION: function pointers have a type of their own in C.
static inline CURLcode shim_easy_set_receiver(
    CURL *easy, CURLoption option, size_t (*receive)(char *bytes, size_t size, size_t count, void *context)) {
    return curl_easy_setopt(easy, option, receive);
}

/// CURLOPT_READFUNCTION: a function pointer again.
static inline CURLcode shim_easy_set_reader(
    CURL *easy, size_t (*read)(char *bytes, size_t size, size_t count, void *context)) {
    return curl_easy_setopt(easy, CURLOPT_READFUNCTION, read);
}

/// CURLOPT_SEEKFUNCTION: a function pointer again.
static inline CURLcode shim_easy_set_seeker(CURL *easy, curl_seek_callback seek) {
    return curl_easy_setopt(easy, CURLOPT_SEEKFUNCTION, seek);
}

/// CURLOPT_OPENSOCKETFUNCTION: a function pointer again.
static inline CURLcode shim_easy_set_socket_opener(CURL *easy, curl_opensocket_callback open) {
    return curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open);
}

/// CURLOPT_PREREQFUNCTION: a function pointer again.
static inline CURLcode shim_easy_set_before_request(CURL *easy, curl_prereq_callback before) {
    return curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, before);
}

/// Opens the socket that libcurl asked for. Here because the C library declares `socket` differently on each system.
static inline curl_socket_t shim_open_socket(const struct curl_sockaddr *address) {
    return socket(address->family, address->socktype, address->protocol);
}

/// The address of a `curl_sockaddr`: the struct ends in a `sockaddr` that really is longer, which Swift would cut off.
static inline const struct sockaddr *shim_address(const struct curl_sockaddr *address) {
    return &address->addr;
}

/// CURL_SOCKET_BAD is a macro with a cast.
static inline curl_socket_t shim_bad_socket(void) { return CURL_SOCKET_BAD; }

/// Infos that are a `long`.
static inline long shim_easy_get_long(CURL *easy, CURLINFO info) {
    long value = 0;
    return curl_easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}

/// Infos that are a `curl_off_t`: sizes, and times in microseconds.
static inline curl_off_t shim_easy_get_size(CURL *easy, CURLINFO info) {
    curl_off_t value = 0;
    return curl_easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}

/// The pointer that was set as CURLOPT_PRIVATE.
static inline void *shim_easy_get_private(CURL *easy) {
    char *value = NULL;
    return curl_easy_getinfo(easy, CURLINFO_PRIVATE, &value) == CURLE_OK ? value : NULL;
}

/// Options of a multi handle that take a `long`.
static inline CURLMcode shim_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}

/// The next transfer that ended, NULL when there is none. Here because the result sits in a union inside CURLMsg.
static inline CURL *shim_multi_next_ended(CURLM *multi, CURLcode *result) {
    int left = 0;
    CURLMsg *message;
    while ((message = curl_multi_info_read(multi, &left)) != NULL) {
        if (message->msg == CURLMSG_DONE) {
            *result = message->data.result;
            return message->easy_handle;
        }
    }
    return NULL;
}
