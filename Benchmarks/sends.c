// The same POSTs by libcurl's multi interface and nothing else: what a send costs at least.
//
// usage: sends URL AUTHORIZATION BODY_FILE COUNT IN_FLIGHT
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

static size_t take(char *bytes, size_t size, size_t count, void *answer) {
    (void)bytes;
    (void)answer;
    return size * count;
}

static double cpu(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

/// Keeps `in_flight` transfers going until `count` have ended well.
static int run(CURLM *multi, CURL **handles, int in_flight, int count) {
    int started = 0, done = 0, running = 0;
    for (; started < in_flight && started < count; started++) curl_multi_add_handle(multi, handles[started]);
    while (done < count) {
        curl_multi_perform(multi, &running);
        CURLMsg *message;
        int left;
        while ((message = curl_multi_info_read(multi, &left))) {
            if (message->msg != CURLMSG_DONE) continue;
            CURL *handle = message->easy_handle;
            long status = 0;
            curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
            if (message->data.result != CURLE_OK || status != 200) return 1;
            done++;
            curl_multi_remove_handle(multi, handle);
            if (started < count) {
                curl_multi_add_handle(multi, handle);
                started++;
            }
        }
        if (done < count) curl_multi_poll(multi, NULL, 0, 1000, NULL);
    }
    return 0;
}

int main(int argc, char **argv) {
    if (argc != 6) return 2;
    int count = atoi(argv[4]), in_flight = atoi(argv[5]);
    static char body[65536];
    FILE *file = fopen(argv[3], "r");
    if (!file) return 2;
    size_t length = fread(body, 1, sizeof body, file);
    fclose(file);
    curl_global_init(CURL_GLOBAL_ALL);
    CURLM *multi = curl_multi_init();
    struct curl_slist *headers = NULL;
    headers = curl_slist_append(headers, argv[2]);
    headers = curl_slist_append(headers, "Content-Type: application/json");
    headers = curl_slist_append(headers, "Accept: application/json");
    CURL **handles = calloc(in_flight, sizeof *handles);
    for (int index = 0; index < in_flight; index++) {
        CURL *handle = handles[index] = curl_easy_init();
        curl_easy_setopt(handle, CURLOPT_URL, argv[1]);
        curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
        curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE, (long)length);
        curl_easy_setopt(handle, CURLOPT_POSTFIELDS, body);
        curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take);
        curl_easy_setopt(handle, CURLOPT_PROXY, "");
    }
    if (run(multi, handles, in_flight, in_flight)) return 1;
    double began = now(), used = cpu();
    if (run(multi, handles, in_flight, count)) return 1;
    double spent = cpu() - used;
    printf("%d %f %f\n", count, now() - began, spent);
    return 0;
}
